import { syncSteps } from '../deck/slide-steps.ts';

/**
 * Lays out all slides at once, each as if it were the current one, and paints none, because painting takes longer than
 * measuring.
 */
const LAID_OUT = `
  .reveal { opacity: 0 !important; }
  .deck .reveal .slides > section.slide {
    display: grid !important; visibility: visible !important; opacity: 1 !important; transform: none !important;
  }
  *, *::before, *::after { animation: none !important; transition: none !important; }
`;
const REVEAL_ATTRIBUTES = ['hidden', 'inert', 'aria-hidden'];

/** Lays all slides of a page out at once. */
export function layOut(slides: readonly HTMLElement[]): void {
  const style = document.createElement('style');
  style.dataset['check'] = '';
  style.textContent = LAID_OUT;
  document.head.append(style);
  for (const slide of slides) for (const name of REVEAL_ATTRIBUTES) slide.removeAttribute(name);
}

/** Checks whether an element is animated when it is not measured. */
export function isAnimated(element: Element): boolean {
  const style = document.head.querySelector<HTMLStyleElement>('style[data-check]');
  if (!style) return false;
  style.disabled = true;
  const { animationName } = getComputedStyle(element);
  style.disabled = false;
  return animationName !== 'none';
}

/** Counts the steps of a slide. */
export function countSteps(slide: Element): number {
  return Math.max(0, ...listFragments(slide).map((fragment) => indexOf(fragment) + 1));
}

/** Shows a slide after a number of advances. */
export function showStep(slide: HTMLElement, step: number): void {
  for (const fragment of listFragments(slide)) {
    const index = indexOf(fragment);
    fragment.classList.toggle('visible', index < step);
    fragment.classList.toggle('current-fragment', index === step - 1);
  }
  syncSteps(slide);
}

/** Waits until blocks have finished drawing. */
export async function waitForBlocks(): Promise<void> {
  await nextFrame();
  const blocks = document.querySelectorAll<Element & { ready?: Promise<void> }>('[data-block]');
  await Promise.all([...blocks].map((block) => block.ready));
  await nextFrame();
}

function listFragments(slide: Element): HTMLElement[] {
  return [...slide.querySelectorAll<HTMLElement>('.fragment')];
}

function indexOf(fragment: HTMLElement): number {
  return Number(fragment.dataset['fragmentIndex'] ?? 0);
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
