import { evaluateValue } from '../data/value/value.ts';
import { toDataset } from '../data/to-dataset.ts';
import type { BlockContext, BlockPath } from '../model/block.ts';
import { VALUE_WORDS } from '../problems/value/value-words.ts';
import type { DataUse } from '../model/dataset.ts';

/** A text with its values filled in, and the rows they are computed from. */
export interface Filled {
  text: string;
  uses: DataUse[];
}

/** The last name of a path without a filter. */
const LAST_NAME = /\.[\w-]+\s*$/;
const VALUE = /\{\{([^{}]*)\}\}/g;

/** Fills in the `{{ }}` of a text in a block's body; returns null after reporting an error. */
export function fillText(text: string, path: BlockPath, context: BlockContext): Filled | null {
  const uses: DataUse[] = [];
  let isGood = true;
  const filled = text.replace(VALUE, (_, expression: string) => {
    const found = computeValue(expression, path, context);
    if (!found) isGood = false;
    uses.push(...(found?.uses ?? []));
    return found?.text ?? '';
  });
  return isGood ? { text: filled, uses } : null;
}

/** Computes a value expression in a block's body; returns null after reporting an error. */
export function computeValue(
  expression: string,
  path: BlockPath,
  context: BlockContext,
): Filled | null {
  const { result, isMissing } = evaluate(expression, path, context);
  // The context has already reported a missing dataset.
  const place = context.spanOf(path);
  if (!isMissing) for (const { at } of result.problems) context.report(at(place, VALUE_WORDS));
  return result.ok ? result : null;
}

/** Reports whether a value is a version that must match exactly, according to the `kind` beside it. */
export function isExactKind(expression: string, path: BlockPath, context: BlockContext): boolean {
  const beside = expression.replace(LAST_NAME, '.kind');
  if (beside === expression) return false;
  const { result } = evaluate(beside, path, context);
  return result.ok && result.text === 'exact';
}

function evaluate(expression: string, path: BlockPath, context: BlockContext) {
  let isMissing = false;
  const dataset = (name: string): ReturnType<typeof toDataset> | undefined => {
    const view = context.dataset(name, path);
    if (!view) isMissing = true;
    return view && toDataset(view);
  };
  const { asOf, talk } = context;
  const result = evaluateValue(expression.trim(), { asOf, talk, dataset, datasetNames: [] });
  return { result, isMissing };
}
