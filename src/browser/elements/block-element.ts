import type { DatasetView } from '../../talk/model/dataset.ts';
import { STILL, type Motion } from '../charts/motion.ts';
import { dataOf, store } from '../page/data.ts';
import { defer, type Deferred } from './deferred.ts';
import { attempt, removeFailure, reportKept, showFailure } from './element-failure.ts';
import { drawNever, drawSoon } from './frame-queue.ts';
import { isInSight, pickMotion } from './sight.ts';
import { measure, type Size } from './element-size.ts';

/** The inputs of one drawing of a block. */
export interface Frame {
  /** Inner size of the element in slide pixels, independent of the screen's scale. */
  size: Size;
  /** No motion for the first drawing, in print, on a hidden slide, or with reduced motion. */
  motion: Motion;
  /** Number of visible steps. */
  step: number;
}

/** Marks children drawn by an element, as opposed to static content. */
export const DRAWN_ATTRIBUTE = 'data-drawn';

/** Changes at shorter intervals are shown without animation, which would never finish. */
const RAPID_MS = 100;
const OWN_CLASSES = ['drawn', 'failed'];

/**
 * Base class of all blocks in the browser. It reads datasets, draws once it is laid out, and draws again when data,
 * spec, step or size change. It draws at most once a frame and never while hidden.
 */
export abstract class BlockElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['data-spec', 'data-step'];

  #observer: ResizeObserver | null = null;
  #unsubscribers: (() => void)[] = [];
  #pending: Deferred | null = null;
  #isWaiting = false;
  #isDirty = true;
  #hasDrawn = false;
  /** Last size reported by the observer; null before the first. */
  #size: Size | null = null;
  #drawnSize: Size = { width: 0, height: 0 };
  /** Time of the last change; a first drawing and a new size do not count. */
  #changedAt = -Infinity;

  /** Draws into the element; an error is shown in its box. Returns false while it waits for code. */
  protected abstract draw(frame: Frame): void | false;

  /** Whether the page sets its height; otherwise the drawing does, and only a new width needs a new drawing. */
  protected get hasGivenHeight(): boolean {
    return false;
  }

  /** Names of the datasets that it draws; defaults to the spec's `data`. */
  protected get datasets(): string[] {
    const { data } = this.readSpec<{ data?: unknown }>();
    return typeof data === 'string' ? [data] : [];
  }

  /** Resolves when all drawing is done; immediately while hidden. */
  get ready(): Promise<void> {
    return this.#pending?.promise ?? Promise.resolve();
  }

  /** Number of visible steps; defaults to all. */
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
    this.#resolvePending();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (name === 'data-spec') this.#subscribe();
    this.invalidate();
  }

  /** Takes another element's attributes and static content and moves to its values; `next` becomes empty. */
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

  /** Draws pending changes from the time it was hidden; a drawing queued for the next frame can wait. */
  wake(): void {
    if (!this.#isDirty || !this.#hasDrawn || this.#isWaiting) return;
    const size = measure(this);
    if (size.width > 0) this.#render(size, STILL);
  }

  /** Measures the page for the next frame, and returns the function that draws. */
  plan(): () => void {
    this.#isWaiting = false;
    const size = this.#size ?? measure(this);
    // While hidden it stays dirty; the observer or the deck reports when it becomes visible.
    const isSeen = !this.#hasDrawn || isInSight(this);
    const isCalm = performance.now() - this.#changedAt > RAPID_MS;
    const motion = this.#hasDrawn && isSeen && isCalm ? pickMotion(this) : STILL;
    return () => {
      if (this.#hasDrawn) this.#changedAt = performance.now();
      if (size.width > 0 && isSeen) this.#render(size, motion);
      this.#resolvePending();
    };
  }

  /** Requests a new drawing in the next frame. */
  invalidate(): void {
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

  /** Returns the current state of a dataset; throws when the page does not have it. */
  protected readDataset(name: string): DatasetView {
    const view = dataOf(this).get(name);
    if (!view) throw new Error(`The page has no dataset called "${name}".`);
    return view;
  }

  #subscribe(): void {
    this.#unsubscribe();
    // An unreadable spec has no datasets; the drawing reports it.
    for (const name of new Set(attempt(() => this.datasets, []))) {
      this.#unsubscribers.push(store.subscribe(name, () => this.invalidate()));
    }
  }

  #unsubscribe(): void {
    for (const unsubscribe of this.#unsubscribers.splice(0)) unsubscribe();
  }

  #resize(): void {
    // The page is laid out, so this is cheap.
    const size = measure(this);
    this.#size = size;
    if (size.width === 0) return;
    const isSame =
      size.width === this.#drawnSize.width &&
      (size.height === this.#drawnSize.height || !this.hasGivenHeight);
    // Drawn now rather than in the next frame, so that a slide never shows an empty or stretched block.
    if (!isSame || this.#isDirty) this.#render(size, STILL);
  }

  #render(size: Size, motion: Motion): void {
    this.#isDirty = false;
    this.#drawnSize = size;
    // A drawing has no room beside the words about a failure.
    removeFailure(this);
    try {
      if (this.draw({ size, motion, step: this.step }) === false) return;
      this.#hasDrawn = true;
      if (!this.classList.contains('drawn')) this.classList.add('drawn');
    } catch (error) {
      const isShown = this.#hasDrawn && this.dataset['live'] !== undefined;
      (isShown ? reportKept : showFailure)(this, error);
    }
  }

  #resolvePending(): void {
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
