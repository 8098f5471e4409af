import { rootOf } from '../../../talk/data/value/root.ts';
import { evaluateValue } from '../../../talk/data/value/value.ts';
import type { DataUse } from '../../../talk/model/dataset.ts';
import type { LiveBlock } from '../../../talk/model/live-shape.ts';
import type { TalkMeta } from '../../../talk/model/talk.ts';
import type { BlockText } from '../../../talk/model/time/talk-time.ts';
import type { DayData } from '../../page/data.ts';

/** A block whose texts have the values of a day. */
export interface FilledBlock<Kind extends LiveBlock> {
  block: Kind;
  /** The rows of the values. */
  uses: DataUse[];
}

/** How texts are filled in. */
export interface FillOptions {
  /** Returns the data that a dataset's values are read from. */
  dataFor: (dataset: string) => DayData;
  /** Stands for a value that cannot be computed; without it there is no filled block. */
  missing?: string;
}

/** Fills in the values in the texts of a block; null when one of them cannot be computed. */
export function fillTexts<Kind extends LiveBlock>(
  block: Kind,
  { dataFor, missing }: FillOptions,
): FilledBlock<Kind> | null {
  const { texts, spec } = block;
  if (!texts) return { block, uses: [] };
  const filled = structuredClone(spec);
  const uses: DataUse[] = [];
  let isWhole = true;
  const fill = (part: BlockText['parts'][number]): string => {
    if (typeof part === 'string') return part;
    const value = evaluateOn(part.expression, dataFor(rootOf(part.expression) ?? ''));
    if (value.ok) uses.push(...value.uses);
    else if (missing === undefined) isWhole = false;
    return value.ok ? value.text : (missing ?? '');
  };
  for (const { path, parts } of texts) writeText(filled, path, parts.map(fill).join(''));
  return isWhole ? { block: { ...block, spec: filled }, uses } : null;
}

/** Evaluates a value of a dataset on a day. */
export function evaluateOn(
  expression: string,
  { asOf, getDataset }: DayData,
): ReturnType<typeof evaluateValue> {
  // The talk's own values are plain text on the page, so none is needed here.
  const talk = {} as TalkMeta;
  return evaluateValue(expression, { asOf, talk, dataset: getDataset, datasetNames: [] });
}

function writeText(spec: unknown, path: BlockText['path'], text: string): void {
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => Object(value)[key], spec);
  const key = path.at(-1);
  if (key !== undefined) Object.assign(Object(parent), { [key]: text });
}
