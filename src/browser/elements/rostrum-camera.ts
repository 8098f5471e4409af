import { parseParameters } from '../page/parameters.ts';
import { isStill } from '../page/still.ts';
import { startPan } from './pan.ts';

/** The lines of a step, by their indexes, and the size of their letters. */
interface View {
  first: number;
  last: number;
  size: number;
}

const OUT = 'is-out';
const LINES = '.line:not(.elision)';

/** Shows the part of long code that a step is about. */
export default class CameraElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['data-step', 'data-views'];

  #stop = (): void => {};
  #isNew = true;

  connectedCallback(): void {
    this.#show(false);
    // An edit brings the element at its last step, and the deck sets the current one in the same task.
    requestAnimationFrame(() => (this.#isNew = false));
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === null || before === after || !this.isConnected) return;
    this.#show(name === 'data-step');
  }

  #show(isStep: boolean): void {
    this.#stop();
    if (!showsSteps()) return;
    const view = this.#findView();
    const code = this.querySelector('code');
    if (!view || !code) return;
    this.classList.add('stepped');
    const change = (): void => this.#apply(view);
    if (isStep && !this.#isNew && !isStill(this)) this.#stop = startPan(code, change);
    else change();
  }

  /** Finds the view of the step; a step whose lines have no room keeps that of the step before. */
  #findView(): View | undefined {
    const { views = '', step = '0' } = this.dataset;
    const found = views.split(' ').slice(0, Number(step) + 1);
    const last = found.findLast((view) => view !== '');
    const [first = NaN, end = NaN, size = NaN] = (last ?? '').split(',').map(Number);
    return size > 0 ? { first, last: end, size } : undefined;
  }

  #apply({ first, last, size }: View): void {
    const lines = this.querySelectorAll(LINES);
    for (const [index, line] of lines.entries()) {
      line.classList.toggle(OUT, index < first || index > last);
    }
    this.querySelector('pre')?.style.setProperty('font-size', `${size}px`);
    const map = this.querySelector<SVGSVGElement>('.camera-map');
    const row = (map?.viewBox.baseVal.height ?? 0) / lines.length;
    const frame = map?.querySelector<SVGRectElement>('.map-view');
    frame?.style.setProperty('y', `${first * row}px`);
    frame?.style.setProperty('height', `${(last - first + 1) * row}px`);
  }
}

/** Reports whether this page shows single steps: a deck does, and print with a page for each. */
function showsSteps(): boolean {
  const { classList } = document.documentElement;
  if (classList.contains('deck')) return true;
  return classList.contains('print') && parseParameters(location.search).hasSteps;
}
