const MARK = '.step-mark';
const INDEX = 'data-fragment-index';

/**
 * Changes a block's number of steps after new data. A complete block stays complete; otherwise new steps come after
 * the remaining ones. A block without marks, because steps are off, is always complete.
 */
export function setSteps(block: HTMLElement, steps: number): void {
  const { dataset } = block;
  const before = Number(dataset['steps'] ?? 0);
  if (steps === before) return;
  const slide = block.closest<HTMLElement>('section.slide');
  const marks = [...block.querySelectorAll(MARK)];
  const isAhead = marks.length > 0 && (slide?.classList.contains('future') ?? false);
  const step = Number(dataset['step'] ?? before);
  const isComplete = !isAhead && step >= before;
  for (const mark of marks.slice(steps)) mark.remove();
  if (marks.length > 0 && steps > marks.length)
    addMarks(block, marks, { count: steps - marks.length, isComplete });
  block.classList.toggle('stepped', steps > 0);
  if (steps === 0) {
    delete dataset['steps'];
    delete dataset['step'];
    return;
  }
  dataset['steps'] = String(steps);
  dataset['step'] = String(isComplete ? steps : isAhead ? 0 : Math.min(step, steps));
}

/** New marks come right after those of the block; later steps on the slide move back. */
function addMarks(
  block: HTMLElement,
  marks: readonly Element[],
  { count, isComplete }: { count: number; isComplete: boolean },
): void {
  const fragments = [...(block.closest('section.slide') ?? block).querySelectorAll(`[${INDEX}]`)];
  const last = Math.max(-1, ...marks.map(indexOf));
  for (const fragment of fragments) {
    const index = indexOf(fragment);
    if (index > last) fragment.setAttribute(INDEX, String(index + count));
  }
  const added = Array.from({ length: count }, (_, index) => {
    const mark = document.createElement('span');
    mark.className = `fragment step-mark${isComplete ? ' visible' : ''}`;
    mark.setAttribute(INDEX, String(last + 1 + index));
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  });
  marks.at(-1)?.after(...added);
}

function indexOf(fragment: Element): number {
  return Number(fragment.getAttribute(INDEX) ?? -1);
}
