import type { DatasetView } from '../../../model/dataset.ts';
import type { Problem, Span } from '../../../model/problem.ts';
import { hintOfDataset } from '../../../problems/data/dataset-name.ts';
import { brokenDataset, unknownDataset } from '../../../problems/problems.ts';
import { VALUE_WORDS } from '../../../problems/value/value-words.ts';
import { readDataset, type SlideContext } from '../../context.ts';

/** Returns the dataset that a block names, as of the talk's date; a problem where there is none. */
export function readView(
  name: string,
  span: Span,
  context: SlideContext,
): { view: DatasetView } | { problem: Problem } {
  const { project, view } = context.talk;
  const result = readDataset(context, name) && view(name);
  if (result?.ok) return { view: result.view };
  if (result) return { problem: result.problem(span, VALUE_WORDS) };
  if (Object.hasOwn(project.brokenDatasets, name)) {
    return { problem: brokenDataset(name, project.brokenDatasets[name]?.problem, span) };
  }
  const files = project.looseFiles?.() ?? [];
  const hint = hintOfDataset({ name, names: project.datasetNames, files });
  return { problem: { ...unknownDataset(name, project.datasetNames, span), hint } };
}
