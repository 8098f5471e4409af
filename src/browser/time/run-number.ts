import type { Motion } from '../charts/motion.ts';

const NUMBER = /^([^\d]*)(\d[\d\u202f]*(?:\.\d+)?)([^\d]*)$/;
const GROUP = '\u202f';
const GROUPS = /\B(?=(\d{3})+$)/g;

const running = new WeakMap<Element, number>();

/** Writes a text; a number runs to it from another one that is written alike. */
export function runNumber(
  element: Element,
  from: string,
  to: string,
  { milliseconds }: Motion,
): void {
  cancelAnimationFrame(running.get(element) ?? 0);
  const frames = milliseconds > 0 && from !== to ? planNumbers(from, to) : null;
  if (!frames) return write(element, to);
  let start: number | null = null;
  const step = (now: number): void => {
    start ??= now;
    const share = Math.min(1, (now - start) / milliseconds);
    write(element, share < 1 ? frames(1 - (1 - share) ** 3) : to);
    if (share < 1) running.set(element, requestAnimationFrame(step));
  };
  write(element, frames(0));
  running.set(element, requestAnimationFrame(step));
}

/** Returns the text at a share of the way; null when the two are not the same kind of number. */
export function planNumbers(from: string, to: string): ((share: number) => string) | null {
  const [before, after] = [NUMBER.exec(from), NUMBER.exec(to)];
  if (!before || !after) return null;
  const [, lead = '', digits = '', end = ''] = after;
  const isAlike = before[1]?.replace('~', '') === lead.replace('~', '') && before[3] === end;
  if (!isAlike) return null;
  const [first, last] = [toNumber(before[2] ?? ''), toNumber(digits)];
  const decimals = digits.split('.')[1]?.length ?? 0;
  const isGrouped = `${before[2]}${digits}`.includes(GROUP);
  return (share) => lead + print(first + (last - first) * share, decimals, isGrouped) + end;
}

function toNumber(digits: string): number {
  return Number(digits.replaceAll(GROUP, ''));
}

function print(value: number, decimals: number, isGrouped: boolean): string {
  const [whole = '', rest] = value.toFixed(decimals).split('.');
  const grouped = isGrouped && whole.length > 4 ? whole.replace(GROUPS, GROUP) : whole;
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** The text node is changed in place: adding or removing a node would recompute the styles of the slide. */
function write(element: Element, text: string): void {
  if (element.firstChild instanceof Text) element.firstChild.nodeValue = text;
  else element.textContent = text;
}
