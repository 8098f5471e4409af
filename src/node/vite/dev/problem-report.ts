import type { TextOf } from '../../../talk/source/frame.ts';
import { identify, type Problem } from '../../../talk/model/problem.ts';
import { summarize, type Terminal } from '../../terminal.ts';

/** Prints new problems, and reports solved ones, each once. */
export function createReporter(
  terminal: Terminal,
  readText: TextOf,
): (problems: readonly Problem[]) => void {
  let known = new Map<string, Problem>();
  return (problems) => {
    const current = new Map(problems.map((problem) => [identify(problem), problem]));
    const fresh = [...current].filter(([id]) => !known.has(id)).map(([, problem]) => problem);
    const isFewer = [...known.keys()].some((id) => !current.has(id));
    known = current;
    if (fresh.length > 0) terminal.showProblems(fresh, readText);
    if (fresh.length > 0 && current.size > 0) terminal.note(summarize([...current.values()]));
    else if (isFewer) terminal.note(fixedLine([...current.values()], terminal));
  };
}

function fixedLine(left: readonly Problem[], { style }: Terminal): string {
  if (left.length === 0) return style.green('Fixed: no problems left.');
  return `${style.green('Fixed')}, left: ${summarize(left)}`;
}
