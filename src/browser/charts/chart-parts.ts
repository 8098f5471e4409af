import type { ChartSpec } from '../../talk/blocks/chart/chart-spec.ts';
import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import type { Extent, Lay, Scene } from './scene.ts';

/** Drawing code that only some charts need. Each is a file that a page loads with the first chart that needs it. */
interface Parts {
  /** Draws a chart with its notes. */
  notes(view: ChartView, extent: Extent, lay: Lay): Scene;
}

type PartName = keyof Parts;

const LOADERS: { [Name in PartName]: () => Promise<Parts[Name]> } = {
  notes: async () => (await import('./notes/notes.ts')).layNotes,
};

const loaded: Partial<Parts> = {};

/** Lists the parts that a chart needs. */
export function listParts({ annotate = [] }: Partial<ChartSpec>): PartName[] {
  return annotate.length > 0 ? ['notes'] : [];
}

/** Reports whether the parts of a chart are loaded. */
export function hasParts(spec: Partial<ChartSpec>): boolean {
  return listParts(spec).every((name) => loaded[name]);
}

/** Loads the parts of a chart. */
export async function loadParts(spec: Partial<ChartSpec>): Promise<void> {
  await Promise.all(listParts(spec).map(loadPart));
}

/** Returns a part; throws when it is not loaded. */
export function getPart<Name extends PartName>(name: Name): Parts[Name] {
  const part = loaded[name];
  if (!part) throw new Error(`The part "${name}" of charts is not loaded.`);
  return part;
}

async function loadPart<Name extends PartName>(name: Name): Promise<void> {
  loaded[name] ??= await LOADERS[name]();
}
