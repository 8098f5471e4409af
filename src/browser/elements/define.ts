import { ELEMENTS } from '../page/project-blocks.ts';
import { FAILED_EVENT } from '../page/ready.ts';

/** Loads the class of one custom element. */
type Loader = (root: ParentNode) => Promise<CustomElementConstructor>;

/** The custom elements of the engine's blocks; a page loads only those it contains. */
const LOADERS: Record<string, Loader> = {
  'rostrum-chart': async (root) => {
    const { ChartElement, loadCharts } = await import('./rostrum-chart.ts');
    await loadCharts(root);
    return ChartElement;
  },
  'rostrum-timeline': async () => (await import('./rostrum-timeline.ts')).TimelineElement,
  'rostrum-figure': async (root) => {
    const { FigureElement, loadFigures } = await import('./rostrum-figure.ts');
    await loadFigures(root);
    return FigureElement;
  },
};

/** Defines the custom elements below a node that are not defined yet, and loads the parts of its charts. */
export async function defineElements(root: ParentNode): Promise<void> {
  const own = Object.entries(ELEMENTS)
    .filter(([tag]) => !customElements.get(tag))
    .map(([tag, load]): [string, Loader] => [tag, async () => (await load()).default]);
  const wanted = [...Object.entries(LOADERS), ...own].filter(([tag]) => root.querySelector(tag));
  await Promise.all(wanted.map(([tag, load]) => defineElement(tag, load, root)));
}

/** Defines an element; one that cannot be loaded shows why, and the rest of the page goes on. */
async function defineElement(tag: string, load: Loader, root: ParentNode): Promise<void> {
  try {
    const element = await load(root);
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    reportError(error);
    // Loaded only here, so that a page without elements does not hold it.
    const { showFailure } = await import('./element-failure.ts');
    for (const block of root.querySelectorAll<HTMLElement>(tag)) {
      showFailure(block, error);
      block.dispatchEvent(new Event(FAILED_EVENT));
    }
  }
}
