const STEPPED = '[data-steps]';
const MARK = '.step-mark';
const SHOWN_MARK = '.step-mark.visible';
const ENTERING = '[data-enter]';
const AHEAD = 'is-ahead';

/** Sets the step of each stepped element in a slide to its number of visible marks; without steps there are none. */
export function syncSteps(slide: Element | null | undefined): void {
  for (const element of findStepped(slide)) {
    const isOff = !element.querySelector(MARK);
    setStep(element, isOff ? countSteps(element) : element.querySelectorAll(SHOWN_MARK).length);
  }
}

/** Sets each stepped element in a slide to its last step. */
export function completeSteps(slide: Element): void {
  for (const element of findStepped(slide)) setStep(element, countSteps(element));
}

function countSteps({ dataset }: HTMLElement): number {
  return Number(dataset['steps'] ?? 0);
}

function findStepped(slide: Element | null | undefined): HTMLElement[] {
  return slide ? [...slide.querySelectorAll<HTMLElement>(STEPPED)] : [];
}

function setStep(element: HTMLElement, step: number): void {
  for (const part of element.querySelectorAll(ENTERING)) {
    part.classList.toggle(AHEAD, Number(part.getAttribute('data-enter')) > step);
  }
  const value = String(step);
  // Writing the attribute makes elements draw again, even with the same value.
  if (element.dataset['step'] !== value) element.dataset['step'] = value;
}
