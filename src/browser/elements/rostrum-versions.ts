import { isStill } from '../page/still.ts';
import { startMorph } from './morph.ts';

/** Moves the words of one version of code to their places in the next. The versions are shown by their styles alone. */
export default class VersionsElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['data-step'];

  #stop = (): void => {};
  #isNew = true;

  connectedCallback(): void {
    // An edit brings the element at its last step, and the deck sets the current one in the same task.
    requestAnimationFrame(() => (this.#isNew = false));
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    this.#stop();
    const [from, to] = [Number(before), Number(after)];
    if (before === null || Math.abs(to - from) !== 1) return;
    if (this.#isNew || isStill(this)) return;
    const versions = this.querySelectorAll<HTMLElement>(':scope > .version');
    const [old, now] = [versions[from], versions[to]];
    if (old && now) this.#stop = startMorph(this, { from: old, to: now, isBack: to < from });
  }

  disconnectedCallback(): void {
    this.#stop();
  }
}
