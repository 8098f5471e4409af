import type { DatasetView } from '../../../model/dataset.ts';
import type { Problem, Span } from '../../../model/problem.ts';
import { hintOfDataset } from '../../../problems/data/dataset-name.ts';
import { brokenDataset, unknownDataset } from '../../../problems/problems.ts';
import { VALUE_WORDS } from '../../../problems/value/value-words.ts';
import { rootOfView } from '../../../data/periods/plan.ts';
import { readDataset, readPartly, type SlideContext } from '../../context.ts';

/** Returns the dataset that a block names, or the part of it that it shows, as of the talk's date; a problem where there is none. */
export function readView(
  given: string,
  span: Span,
  context: SlideContext,
): { view: DatasetView } | { problem: Problem } {
  const name = rootOfView(given);
  const { project, view } = context.talk;
  const isPart = name !== given;
  const result = (isPart ? readPartly : readDataset)(context, name) && view(given);
  if (isPart && result?.ok) context.reads.parts.set(given, result.view);
  if (result?.ok) return { view: result.view };
  if (result) return { problem: result.problem(span, VALUE_WORDS) };
  if (Object.hasOwn(project.brokenDatasets, name)) {
    return { problem: brokenDataset(name, project.brokenDatasets[name]?.problem, span) };
  }
  const files = project.looseFiles?.() ?? [];
  const hint = hintOfDataset({ name, names: project.datasetNames, files });
  return { problem: { ...unknownDataset(name, project.datasetNames, span), hint } };
}

/** Returns the whole dataset that a block names, of which it may show a part; undefined without reporting a problem. */
export function readRoot(spec: unknown, context: SlideContext): DatasetView | undefined {
  const { data } = Object(spec) as { data?: unknown };
  if (typeof data !== 'string') return undefined;
  const result = readPartly(context, data) && context.talk.view(data);
  return result?.ok ? result.view : undefined;
}
