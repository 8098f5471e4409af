import { rootOf } from '../../talk/data/value/root.ts';
import { evaluateValue, type ValueResult } from '../../talk/data/value/value.ts';
import type { DataUse } from '../../talk/model/dataset.ts';
import type { TalkMeta } from '../../talk/model/talk.ts';
import { dataOf, store } from '../page/data.ts';

/** Updates an inline value when its dataset changes; keeps the old text when it cannot be computed. */
export class ValueElement extends HTMLElement {
  #unsubscribe: (() => void) | null = null;

  connectedCallback(): void {
    const name = rootOf(this.dataset['expr'] ?? '');
    if (name === null) return;
    this.#unsubscribe = store.subscribe(name, () => this.#write());
    // Data may have arrived before the element was defined.
    this.#write();
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** Uses of data by which it looks back. */
  get earlierUses(): DataUse[] {
    const result = this.#evaluate();
    return result.ok ? result.uses.filter(({ isEarlier }) => isEarlier) : [];
  }

  #evaluate(): ValueResult {
    const data = dataOf(this);
    return evaluateValue(this.dataset['expr'] ?? '', {
      asOf: data.asOf,
      // The talk's own values are plain text on the page, so none is needed here.
      talk: {} as TalkMeta,
      dataset: (name) => data.getDataset(name),
      datasetNames: [],
    });
  }

  #write(): void {
    const result = this.#evaluate();
    if (!result.ok) return;
    if (result.title !== null) this.title = result.title;
    if (result.text === this.textContent) return;
    // The text node is changed in place: adding or removing a node would recompute the styles of the slide.
    if (this.firstChild instanceof Text) this.firstChild.nodeValue = result.text;
    else this.textContent = result.text;
  }
}
