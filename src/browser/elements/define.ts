/** Loads the class of one custom element. */
type Loader = () => Promise<CustomElementConstructor>;

/** The custom elements of blocks; a page loads only those it contains. */
const LOADERS: Record<string, Loader> = {
  'rostrum-chart': async () => (await import('./rostrum-chart.ts')).ChartElement,
  'rostrum-timeline': async () => (await import('./rostrum-timeline.ts')).TimelineElement,
  'rostrum-figure': async () => (await import('./rostrum-figure.ts')).FigureElement,
};

/** Defines the custom elements below a node that are not defined yet. */
export async function defineElements(root: ParentNode): Promise<void> {
  const wanted = Object.entries(LOADERS).filter(
    ([tag]) => !customElements.get(tag) && root.querySelector(tag),
  );
  await Promise.all(wanted.map(([tag, load]) => defineElement(tag, load)));
}

async function defineElement(tag: string, load: Loader): Promise<void> {
  const element = await load();
  if (!customElements.get(tag)) customElements.define(tag, element);
}
