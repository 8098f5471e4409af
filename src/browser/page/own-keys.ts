/** Elements that use any key. */
const FIELDS =
  'input, textarea, select, iframe, object, embed, ' +
  ['application', 'combobox', 'grid', 'listbox', 'menu', 'menubar', 'radiogroup', 'searchbox']
    .concat(['slider', 'spinbutton', 'tablist', 'textbox', 'tree', 'treegrid'])
    .map((role) => `[role="${role}"]`)
    .join(', ');
/** Elements activated by Space and Enter. */
const PRESSABLE = 'button, summary, [role="button"], [role="switch"], [role="checkbox"]';
const PLAYERS = 'audio, video';
const PRESSING = new Set([' ', 'Enter']);
const MOVING = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
]);
const UP = new Set(['ArrowUp', 'PageUp', 'Home']);
const DOWN = new Set(['ArrowDown', 'PageDown', 'End', ' ']);
const SCROLLING = new Set(['auto', 'scroll']);
const LETTER = /^Key([A-Z])$/;
const PLACES: Record<string, string> = { Period: '.', Slash: '?' };

/** Reports whether a key belongs to the focused element: a field, a button, a player or a scrollable box. */
export function isOwnKey(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || target === document.body) return false;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  if (target.closest(FIELDS)) return true;
  const { key } = event;
  if (PRESSING.has(key) && target.closest(PRESSABLE)) return true;
  if (key === 'Enter' && target.closest('a[href]')) return true;
  if ((key === ' ' || MOVING.has(key)) && target.closest(PLAYERS)) return true;
  return scrolls(target, event);
}

/** Returns a key by its character, or by its position on keyboards without Latin letters. */
export function nameKey(event: KeyboardEvent): string {
  const { key = '', code = '', shiftKey } = event;
  const isForeign = key.length === 1 && key > '\u007f' && !event.getModifierState('AltGraph');
  if (!isForeign) return key.toLowerCase();
  const name = LETTER.exec(code)?.[1]?.toLowerCase() ?? PLACES[code] ?? key;
  return name === '?' && !shiftKey ? key : name;
}

/** Returns the name of a key, `ctrl+z` for the chord that undoes, and null for all other chords, which are the browser's. */
export function nameChord(event: KeyboardEvent): string | null {
  const name = nameKey(event);
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  if (!ctrlKey && !metaKey && !altKey) return name;
  return name === 'z' && !altKey && !shiftKey ? 'ctrl+z' : null;
}

/** Reports whether a key can scroll the focused element or an ancestor further. */
function scrolls(target: Element, { key, shiftKey }: KeyboardEvent): boolean {
  const isUp = UP.has(key) || (key === ' ' && shiftKey);
  const isDown = !isUp && DOWN.has(key);
  const isAside = key === 'ArrowLeft' || key === 'ArrowRight';
  if (!isUp && !isDown && !isAside) return false;
  for (
    let box: Element | null = target;
    box && !box.matches('.slide, body');
    box = box.parentElement
  ) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (isAside && SCROLLING.has(overflowX) && hasRoom(box, key)) return true;
    const below = box.scrollHeight - box.clientHeight - box.scrollTop;
    if (!isAside && SCROLLING.has(overflowY) && (isUp ? box.scrollTop > 0 : below >= 1))
      return true;
  }
  return false;
}

/** Reports whether a box can scroll in a direction; right-to-left boxes have negative offsets. */
function hasRoom(box: Element, key: string): boolean {
  const most = box.scrollWidth - box.clientWidth;
  const isReversed = getComputedStyle(box).direction === 'rtl';
  const left = isReversed ? most + box.scrollLeft : box.scrollLeft;
  return key === 'ArrowLeft' ? left >= 1 : most - left >= 1;
}
