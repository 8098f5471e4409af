import type { DatasetView } from '../../talk/model/dataset.ts';
import { STILL, type Motion } from '../charts/motion.ts';
import { store } from '../page/data.ts';
import { defer, type Deferred } from './deferred.ts';
import { attempt, removeFailure, reportKept, showFailure } from './element-failure.ts';
import { drawNever, drawSoon } from './frame-queue.ts';
import { isInSight, pickMotion } from './sight.ts';
import { measure, type Size } from './element-size.ts';

/** Everything a block needs to draw itself once. */
export interface Frame {
  /** Inner size of the element in slide pixels, whatever the scale of the screen. */
  size: Size;
  /** Still for the first drawing, in print, on a slide out of sight and where the reader wants no motion. */
  motion: Motion;
  /** How many of its steps are shown. */
  step: number;
}

/** Marks children that an element drew itself, so that static content can be told from them. */
export const DRAWN_ATTRIBUTE = 'data-drawn';

/** What changes again within so many milliseconds shows its newest values at once, or it would be for ever on its way. */
const RAPID_MS = 100;
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
  #isWaiting = false;
  #isDirty = true;
  #hasDrawn = false;
  /** As the observer last told it; null before it did. */
  #size: Size | null = null;
  #drawnSize: Size = { width: 0, height: 0 };
  #drawnAt = -Infinity;

  /** Draws into the element; what it throws is shown in its box. */
  protected abstract draw(frame: Frame): void;

  /** Whether the page decides on its height; else that follows from what is drawn, and only another width is a reason to draw. */
  protected get hasGivenHeight(): boolean {
    return false;
  }

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
    drawNever(this);
    this.#isWaiting = false;
    this.#size = null;
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
    if (!this.#isDirty || !this.#hasDrawn || this.#isWaiting) return;
    const size = measure(this);
    if (size.width > 0) this.#render(size, STILL);
  }

  /** Looks at the page for the next frame, which then draws. */
  plan(): () => void {
    this.#isWaiting = false;
    const size = this.#size ?? measure(this);
    // Out of sight it stays dirty; the observer reports when the slide is laid out, the deck when it is shown.
    const isSeen = !this.#hasDrawn || isInSight(this);
    const isCalm = performance.now() - this.#drawnAt > RAPID_MS;
    const motion = this.#hasDrawn && isSeen && isCalm ? pickMotion(this) : STILL;
    return () => {
      if (size.width > 0 && isSeen) this.#render(size, motion);
      this.#settle();
    };
  }

  /** Asks for a new drawing in the next frame. */
  protected invalidate(): void {
    this.#isDirty = true;
    if (!this.isConnected || this.#isWaiting) return;
    this.#pending ??= defer();
    this.#isWaiting = true;
    drawSoon(this);
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
    // A spec that cannot be read has no datasets; drawing it says what is wrong.
    for (const name of new Set(attempt(() => this.datasets, []))) {
      this.#unsubscribers.push(store.subscribe(name, () => this.invalidate()));
    }
  }

  #unsubscribe(): void {
    for (const unsubscribe of this.#unsubscribers.splice(0)) unsubscribe();
  }

  #resize(): void {
    // The page is laid out, so this costs nothing.
    const size = measure(this);
    this.#size = size;
    if (size.width === 0) return;
    const isSame =
      size.width === this.#drawnSize.width &&
      (size.height === this.#drawnSize.height || !this.hasGivenHeight);
    // Drawn right here and not in the next frame, so that a slide is never shown with an empty or stretched block.
    if (!isSame || this.#isDirty) this.#render(size, STILL);
  }

  #render(size: Size, motion: Motion): void {
    this.#isDirty = false;
    this.#drawnSize = size;
    this.#drawnAt = performance.now();
    try {
      this.draw({ size, motion, step: this.step });
      this.#hasDrawn = true;
      if (!this.classList.contains('drawn')) this.classList.add('drawn');
      removeFailure(this);
    } catch (error) {
      const isKept = this.#hasDrawn && this.dataset['live'] !== undefined;
      (isKept ? reportKept : showFailure)(this, error);
    }
  }

  #settle(): void {
    this.#pending?.resolve();
    this.#pending = null;
  }
}

function copyAttributes(from: HTMLElement, to: HTMLElement): void {
  const kept = OWN_CLASSES.filter((name) => to.classList.contains(name));
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
  to.classList.add(...kept);
}
