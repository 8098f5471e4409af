import type { ValueToken } from '../../model/token.ts';
import type { ValueResult } from '../../data/value/value.ts';
import { evaluateValue } from '../../data/value/value.ts';
import { brokenDataset, unfilledValue } from '../../problems/problems.ts';
import { VALUE_WORDS } from '../../problems/value/value-words.ts';
import { html } from '../../html/html.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { SlideContext } from '../context.ts';
import { readDataset } from '../context.ts';
import { findLanguage } from '../raw/element-level.ts';
import { renderInlineProblem } from './panel.ts';
import { adviseValue } from '../advice/value-advice.ts';

const VALUE = /(\\?)\{\{([^{}]*)\}\}/g;

/** Renders `{{ expression }}` as an element that can be updated, or its problem. */
export function renderValue(token: ValueToken, context: SlideContext): string {
  const { raw, expression, span } = token;
  const start = raw.length - raw.slice(2).trimStart().length;
  // A drawing and MathML have no element that a page could fill in again.
  const isHtml = findLanguage(context) === 'html';
  const found = computeValue(
    expression,
    (at, length) => within(raw, span, { at: start + at, length }),
    context,
    isHtml ? {} : { isStill: true },
  );
  context.words.set(token, found.ok ? found.text : raw);
  if (!found.ok) return renderInlineProblem(found.problem, raw);
  if (found.datasets.length === 0 || !isHtml) return html`${found.text}`.markup;
  const title = found.title !== null && html` title="${found.title}"`;
  return html`<rostrum-value data-expr="${expression}"${title}>${found.text}</rostrum-value>`
    .markup;
}

/** Marks the values that were computed since as those of an attribute, which no page fills in again. */
export function holdStill({ values }: SlideContext, since: number): void {
  for (const use of values.slice(since)) use.isStill = true;
}

/** Reports the first value in a text of which no value is filled in, such as an address. */
export function reportUnfilled(text: string, span: Span, { problems }: SlideContext): void {
  const [written, escape] = new RegExp(VALUE.source).exec(text) ?? [];
  if (written !== undefined && escape === '') problems.push(unfilledValue(written, span));
}

/** Fills in the values of a line of code; a wrong one stays as written, and a backslash escapes one. */
export function fillValues(line: string, span: Span, context: SlideContext): string {
  return joinParts(splitValues(line, span, context));
}

/** A part of a text: words, or a value of a dataset with its text. */
export type FilledPart = string | { expression: string; text: string };

/** Splits a text at its values, and computes these; a wrong one stays as written, and a backslash escapes one. */
export function splitValues(line: string, span: Span, context: SlideContext): FilledPart[] {
  let end = 0;
  const parts = [...line.matchAll(VALUE)].flatMap((match): FilledPart[] => {
    const [raw, escape, inner = ''] = match;
    const before = line.slice(end, match.index);
    end = match.index + raw.length;
    if (escape) return [before, raw.slice(1)];
    const expression = inner.trim();
    const start = match.index + raw.indexOf(expression);
    const place: PlaceOf = (at, length) => ({ ...shift(span, start + at), length });
    const found = computeValue(expression, place, context, { isStill: true });
    if (!found.ok) return [before, raw];
    const { text, datasets } = found;
    return [before, datasets.length === 0 ? text : { expression, text }];
  });
  return [...parts, line.slice(end)];
}

/** Returns a text with its values filled in. */
export function joinParts(parts: readonly FilledPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

type Computed =
  | Pick<Extract<ValueResult, { ok: true }>, 'ok' | 'text' | 'title' | 'datasets'>
  | { ok: false; problem: Problem };

/** Returns the place of a part of an expression. */
type PlaceOf = (at: number, length: number) => Span;

function computeValue(
  expression: string,
  placeOf: PlaceOf,
  context: SlideContext,
  where: { isStill?: true } = {},
): Computed {
  const { asOf, meta: talk, project } = context.talk;
  const dataset = (name: string) => readDataset(context, name);
  const result = evaluateValue(expression, {
    asOf,
    talk,
    dataset,
    // Only a hint reads them, and a talk without one does not depend on them.
    get datasetNames() {
      return project.datasetNames;
    },
  });
  for (const name of result.datasets) readDataset(context, name);
  const text = result.ok ? result.text : null;
  context.values.push({
    expression,
    text,
    datasets: [...result.datasets],
    ...where,
    span: placeOf(0, expression.length),
  });
  const problems = result.problems.map(({ offset, length, at }) => {
    const place = placeOf(offset, length);
    const broken = result.datasets.find((name) => Object.hasOwn(project.brokenDatasets, name));
    if (broken === undefined) return adviseValue(at(place, VALUE_WORDS), expression, project);
    return brokenDataset(broken, project.brokenDatasets[broken]?.problem, place);
  });
  context.problems.push(...problems);
  if (result.ok) {
    context.uses.push(...result.uses);
    return result;
  }
  const [problem] = problems;
  if (!problem) throw new Error(`A value failed without a problem: ${expression}`);
  return { ok: false, problem };
}

/** Returns the place of a part of a value; of its first line when the part begins below it. */
function within(raw: string, span: Span, { at, length }: { at: number; length: number }): Span {
  const newline = raw.indexOf('\n');
  const end = newline < 0 ? raw.length : newline;
  if (at >= end) return { ...span, length: end };
  return { ...shift(span, at), length: Math.max(1, Math.min(length, end - at)) };
}

function shift(span: Span, offset: number): Span {
  return { ...span, column: span.column + Math.max(0, offset) };
}
