import { VALUE_WORDS } from '../../problems/value/value-words.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { evaluateValue } from './value.ts';
import type { ValueContext } from './found.ts';

const VALUE = /(\\?)\{\{([^{}]*)\}\}/g;
const OF_TALK = /^talk\b/;
const NOT_OF_TALK = 'a key of the talk, such as {{ talk.event }}';

/** A text with its values, and a report for each one that cannot be filled in. */
export interface FilledText {
  text: string;
  faults: ((span: Span) => Problem)[];
}

/** Fills in the values of a text that may hold keys of the talk alone; a wrong one stays as written. */
export function fillTalkText(
  source: string,
  { talk, asOf }: Pick<ValueContext, 'talk' | 'asOf'>,
): FilledText {
  const faults: FilledText['faults'] = [];
  const plain = source.replace(VALUE, '');
  if (plain.includes('{{')) faults.push((span) => VALUE_WORDS.badValue('"}}" behind "{{"', span));
  const context: ValueContext = { talk, asOf, dataset: () => undefined, datasetNames: [] };
  const text = source.replace(VALUE, (raw: string, escape: string, inner: string) => {
    if (escape) return raw.slice(1);
    const expression = inner.trim();
    if (!OF_TALK.test(expression)) {
      faults.push((span) => VALUE_WORDS.badValue(NOT_OF_TALK, span));
      return raw;
    }
    const result = evaluateValue(expression, context);
    faults.push(
      ...result.problems.map(
        ({ at }) =>
          (span: Span) =>
            at(span, VALUE_WORDS),
      ),
    );
    return result.ok ? result.text : raw;
  });
  return { text, faults };
}
