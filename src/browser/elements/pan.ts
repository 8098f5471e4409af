const PAN_MS = 400;
const EASING = 'cubic-bezier(0.4, 0, 0.2, 1)';
const SHOWN = '.line:not(.elision, .is-out)';

/** What of code is seen: its first line, its height and the size of its letters. */
interface Sight {
  line: Element | undefined;
  height: number;
  size: number;
}

/** Changes the part of code that is seen, and moves from the old part to the new one; returns the function that ends it. */
export function startPan(code: HTMLElement, change: () => void): () => void {
  const old = look(code);
  const leaving = code.cloneNode(true) as HTMLElement;
  leaving.classList.add('camera-leaving');
  leaving.setAttribute('aria-hidden', 'true');
  leaving.style.fontSize = `${old.size}px`;
  change();
  const now = look(code);
  const distance = measureWay(code, old, now);
  const zoom = old.size / now.size;
  if (distance === 0 && zoom === 1) return () => {};
  code.after(leaving);
  const options = { duration: PAN_MS, easing: EASING };
  const coming = code.animate(
    { transform: [`translateY(${distance}px) scale(${zoom})`, 'none'] },
    options,
  );
  const going = leaving.animate(
    {
      transform: ['none', `translateY(${-distance / zoom}px) scale(${1 / zoom})`],
      opacity: [1, 0],
    },
    options,
  );
  const stop = (): void => {
    for (const animation of [coming, going]) animation.cancel();
    leaving.remove();
  };
  void going.finished.then(stop, () => {});
  return stop;
}

function look(code: HTMLElement): Sight {
  const { height } = code.getBoundingClientRect();
  const scale = code.getBoundingClientRect().width / code.offsetWidth || 1;
  return {
    line: code.querySelector(SHOWN) ?? undefined,
    height: height / scale,
    size: parseFloat(getComputedStyle(code).fontSize),
  };
}

/** Measures the way that the new part comes: that of a line in both, else the height of what is seen. */
function measureWay(code: HTMLElement, old: Sight, now: Sight): number {
  if (!old.line || !now.line || old.line === now.line) return 0;
  const isLater = Boolean(
    old.line.compareDocumentPosition(now.line) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const shown = [...code.querySelectorAll<HTMLElement>(SHOWN)];
  const zoom = old.size / now.size;
  const at = shown.indexOf(old.line as HTMLElement);
  if (!isLater && at > 0) return -(shown[at]?.offsetTop ?? 0) * zoom + (shown[0]?.offsetTop ?? 0);
  return isLater ? old.height : -now.height * zoom;
}
