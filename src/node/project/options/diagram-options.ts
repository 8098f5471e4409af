import { badOption } from '../../../talk/problems/problems.ts';
import type { DiagramCommands } from '../../diagrams/diagrams.ts';
import type { OptionFault } from '../option-place.ts';

const NAME = /^[a-z][\w+-]*$/i;
const HINT = 'Name a program and its words: diagrams: { d2: "d2 - -" }.';

/** Reads the option "diagrams" of `rostrum()`: a command for each language; one that cannot be used is left out. */
export function readDiagramCommands(
  option: unknown,
  taken: ReadonlySet<string>,
  faults: OptionFault[],
): DiagramCommands {
  if (option === undefined) return {};
  const refuse = (path: string[], what: string): [] => {
    faults.push({
      path: ['diagrams', ...path],
      toProblem: (span) => badOption(what, span, HINT),
    });
    return [];
  };
  if (typeof option !== 'object' || option === null || Array.isArray(option)) {
    refuse([], '"diagrams" has to be an object, such as { d2: "d2 - -" }');
    return {};
  }
  const entries = Object.entries(option).flatMap(([name, value]: [string, unknown]) => {
    const at = `"diagrams.${name}"`;
    if (!NAME.test(name)) return refuse([name], `${at} needs a name of letters, digits and "-"`);
    if (taken.has(name)) return refuse([name], `${at} has the name of a block`);
    const words = toWords(value);
    if (words === null)
      return refuse([name], `${at} has to be a command: a text, or a list of words`);
    return [[name, words] as const];
  });
  return Object.fromEntries(entries);
}

/** Cuts a command at its spaces; words with spaces are given as a list. */
function toWords(value: unknown): string[] | null {
  const words = typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : value;
  if (!Array.isArray(words) || words.length === 0) return null;
  return words.every((word) => typeof word === 'string' && word !== '')
    ? (words as string[])
    : null;
}
