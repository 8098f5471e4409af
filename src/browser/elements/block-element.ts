import type { DatasetView } from '../../talk/model/dataset.ts';
import { STILL, type Motion } from '../charts/motion.ts';
import { store } from '../data.ts';
import { removeFailure, reportKept, showFailure } from './failure.ts';
import { isInSight, pickMotion } from './sight.ts';

/** Everything a block needs to draw itself once. */
export interface Frame {
  /** Inner size of the element in slide pixels, whatever the scale of the screen. */
  size: Size;
  /** Still for the first drawing, in print, on a slide out of sight and where the reader wants no motion. */
  motion: Motion;
  /** How many of its steps are shown. */
  step: number;
}

/** Width and height in slide pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Marks children that an element drew itself, so that static content can be told from them. */
export const DRAWN_ATTRIBUTE = 'data-drawn';

const OWN_CLASSES = ['drawn', 'failed'];

/**
 * The common life of all blocks in the browser: reads the datasets it names, draws when it is laid out,
 * and draws again when data, spec, step or size change, at most once a frame and never out of sight.
 */
export abstract class BlockElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['data-spec', 'data-step'];

  #observer: ResizeObserver | null = null;
  #unsubscribers: (() => void)[] = [];
  #pending: Deferred | null = null;
  #frameRequest = 0;
  #isDirty = true;
  #hasDrawn = false;
  #drawnSize: Size = { width: 0, height: 0 };

  /** Draws into the element; what it throws is shown in its box. */
  protected abstract draw(frame: Frame): void;

  /** Names of the datasets that a change of which needs a new drawing; defaults to the spec's `data`. */
  protected get datasets(): string[] {
    const { data } = this.readSpec<{ data?: unknown }>();
    return typeof data === 'string' ? [data] : [];
  }

  /** Resolves when there is nothing left to draw; out of sight that is at once. */
  get ready(): Promise<void> {
    return this.#pending?.promise ?? Promise.resolve();
  }

  /** How many steps are shown; all of them where nobody says. */
  get step(): number {
    return Number(this.dataset['step'] ?? this.dataset['steps'] ?? 0);
  }

  connectedCallback(): void {
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(this);
    this.#subscribe();
    this.invalidate();
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#unsubscribe();
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = 0;
    this.#settle();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (name === 'data-spec') this.#subscribe();
    this.invalidate();
  }

  /** Takes over another element's attributes and static content and moves to its values; `next` is left empty. */
  adopt(next: HTMLElement): void {
    const wasComplete = this.step >= Number(this.dataset['steps'] ?? 0);
    const step = this.step;
    copyAttributes(next, this);
    const steps = Number(this.dataset['steps'] ?? 0);
    if (steps > 0) this.dataset['step'] = String(wasComplete ? steps : Math.min(step, steps));
    const drawn = [...this.children].filter((child) => child.hasAttribute(DRAWN_ATTRIBUTE));
    this.replaceChildren(...next.childNodes, ...drawn);
    this.invalidate();
  }

  /** Draws at once what changed while the element was out of sight; what is to be drawn in the next frame can wait. */
  wake(): void {
    if (!this.#isDirty || !this.#hasDrawn || this.#frameRequest !== 0) return;
    if (measure(this).width > 0) this.#render(STILL);
  }

  /** Asks for a new drawing in the next frame. */
  protected invalidate(): void {
    this.#isDirty = true;
    if (!this.isConnected || this.#frameRequest !== 0) return;
    this.#pending ??= defer();
    this.#frameRequest = requestAnimationFrame(() => this.#update());
  }

  /** Reads the checked spec that the compiler wrote into the element. */
  protected readSpec<Spec>(): Spec {
    return JSON.parse(this.dataset['spec'] ?? '{}') as Spec;
  }

  /** The current state of a dataset; throws when the page does not have it. */
  protected readDataset(name: string): DatasetView {
    const view = store.get(name);
    if (!view) throw new Error(`The page has no dataset called "${name}".`);
    return view;
  }

  #subscribe(): void {
    this.#unsubscribe();
    for (const name of new Set(this.datasets)) {
      this.#unsubscribers.push(store.subscribe(name, () => this.invalidate()));
    }
  }

  #unsubscribe(): void {
    for (const unsubscribe of this.#unsubscribers.splice(0)) unsubscribe();
  }

  #resize(): void {
    const { width, height } = measure(this);
    if (width === 0) return;
    const isSame = width === this.#drawnSize.width && height === this.#drawnSize.height;
    // Drawn right here and not in the next frame, so that a slide is never shown with an empty or stretched block.
    if (!isSame || this.#isDirty) this.#render(STILL);
  }

  #update(): void {
    this.#frameRequest = 0;
    // Out of sight it stays dirty; the observer reports when the slide is laid out, the deck when it is shown.
    const isSeen = !this.#hasDrawn || isInSight(this);
    if (measure(this).width > 0 && isSeen) this.#render(this.#hasDrawn ? pickMotion(this) : STILL);
    this.#settle();
  }

  #render(motion: Motion): void {
    this.#isDirty = false;
    this.#drawnSize = measure(this);
    try {
      this.draw({ size: this.#drawnSize, motion, step: this.step });
      this.#hasDrawn = true;
      this.classList.add('drawn');
      removeFailure(this);
    } catch (error) {
      const isKept = this.#hasDrawn && this.dataset['live'] !== undefined;
      (isKept ? reportKept : showFailure)(this, error);
    }
    this.#drawnSize = measure(this);
  }

  #settle(): void {
    this.#pending?.resolve();
    this.#pending = null;
  }
}

interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
}

function defer(): Deferred {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

function measure(element: HTMLElement): Size {
  return { width: element.clientWidth, height: element.clientHeight };
}

function copyAttributes(from: HTMLElement, to: HTMLElement): void {
  const kept = OWN_CLASSES.filter((name) => to.classList.contains(name));
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
  to.classList.add(...kept);
}
