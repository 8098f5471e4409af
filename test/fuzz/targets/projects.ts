import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { BLOCKS } from '../../../src/talk/blocks/blocks.ts';
import { compileTalk } from '../../../src/talk/compile.ts';
import { diffTalks } from '../../../src/talk/diff/diff.ts';
import { formatProblem } from '../../../src/talk/source/frame.ts';
import type { Problem, Span } from '../../../src/talk/model/problem.ts';
import type { TalkProject } from '../../../src/talk/model/project.ts';
import type { Talk } from '../../../src/talk/model/talk.ts';
import { createCompileCache, type CompileCache } from '../../../src/talk/compile-cache.ts';
import { openProject, TODAY, type Kept, type Texts } from '../../support/fixtures.ts';
import { makeSample, type Sample } from '../project.ts';
import { takeAnswers } from '../sources.ts';
import { faultOf, plainTarget } from '../target.ts';
import { TRAP } from '../values.ts';

const THROWN = new Set(['internal-error', 'broken-block']);
const TALK = 'slides/talks/talk.md';
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const LINE_END = /\r\n?|\n/;

interface Compiled {
  talk: Talk;
  problems: Problem[];
  faults: string[];
}

/** Projects that are compiled in memory: twice, after an edit, and after answers of sources. */
export const PROJECTS = plainTarget<Sample>({
  name: 'projects',
  of: 'projects',
  make: makeSample,
  judge(sample) {
    try {
      return judge(sample);
    } catch (error) {
      return faultOf(error);
    }
  },
});

function judge({ texts, edit, answers }: Sample): string | null {
  const kept: Kept = new Map();
  const cache = createCompileCache();
  const before = compile(texts, kept, cache);
  if (!before) return null;
  const edited = edit ? { ...texts, [edit.file]: edit.text } : texts;
  const after = compile(edited, kept, cache);
  const fresh = compile(edited);
  const again = compile(edited);
  if (!after || !fresh || !again) return null;
  return (
    judgeOne(before, texts) ??
    judgeOne(fresh, edited) ??
    compare('differs when it is compiled twice', fresh, again) ??
    compare('differs from a fresh one after an edit', fresh, after) ??
    judgeDiff(before.talk, fresh.talk) ??
    judgeAnswers(texts, answers)
  );
}

/** Compiles the talk of texts after what sources of its datasets answered, as a live page does. */
function judgeAnswers(texts: Texts, answers: readonly string[]): string | null {
  if (answers.length === 0) return null;
  const { project } = openProject(texts, {}, new Map(), BLOCKS);
  const names = project.datasetNames;
  const taken = names.flatMap((name) => {
    const dataset = project.dataset(name);
    return dataset ? [[name, takeAnswers(dataset, answers)] as const] : [];
  });
  const datasets = new Map(taken);
  const live = { ...project, dataset: (name: string) => datasets.get(name) };
  const compiled = compileProject(live, []);
  return compiled && judgeTalk(compiled);
}

function compile(texts: Texts, kept?: Kept, cache?: CompileCache): Compiled | null {
  const { project, problems } = openProject(texts, {}, kept, BLOCKS);
  return compileProject(project, problems, cache);
}

function compileProject(
  project: TalkProject,
  problems: readonly Problem[],
  cache?: CompileCache,
): Compiled | null {
  const faults: string[] = [];
  const file = project.slideFile(TALK);
  if (!file) return null;
  const logFault = (error: unknown): undefined => {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const options = { today: TODAY, ...(cache && { cache }) };
  const checked = compileTalk(file, { ...project, logFault }, options);
  return { talk: checked.value, problems: [...problems, ...checked.problems], faults };
}

function judgeOne(compiled: Compiled, texts: Texts): string | null {
  for (const problem of compiled.problems.slice(0, MAX_PROBLEMS)) {
    const fault = judgeProblem(problem, texts);
    if (fault !== null) return fault;
  }
  return judgeTalk(compiled);
}

/** Each problem is printed, which takes long. */
const MAX_PROBLEMS = 30;

function judgeTalk({ talk, problems, faults }: Compiled): string | null {
  if (faults[0] !== undefined) return `throws ${faults[0]}`;
  const odd = problems.find(({ code }) => THROWN.has(code));
  if (odd) return `throws ${odd.message}`;
  for (const { html } of talk.slides) {
    const fault = judgeHtml(html);
    if (fault !== null) return fault;
  }
  return null;
}

function judgeProblem(problem: Problem, texts: Texts): string | null {
  const { code, message, hint = '', span } = problem;
  if (/\bNaN|\bundefined\b|\[object /.test(message + hint.replaceAll(/"[^"]*"/g, ''))) {
    return `${code} says something without sense: ${message} ${hint}`;
  }
  const printed = formatProblem(problem, (file) => texts[file]);
  if (CONTROLS.test(printed)) return `${code} is printed with a control character`;
  return span ? judgeSpan(code, span, texts) : `${code} has no place`;
}

function judgeSpan(
  code: string,
  { file, line, column, length }: Span,
  texts: Texts,
): string | null {
  const text = texts[file];
  if (text === undefined) return `${code} is in a file that is not there: ${file}`;
  const found = text.replace(/^\uFEFF/, '').split(LINE_END)[line - 1];
  const where = `${file}:${line}:${column}+${length}`;
  if (found === undefined) return `${code} is on a line that is not there: ${where}`;
  if (column < 1 || column > found.length + 1)
    return `${code} is past the end of its line: ${where}`;
  if (length < 0 || column + length > found.length + 2)
    return `${code} is longer than its line: ${where}`;
  return null;
}

function judgeHtml(html: string): string | null {
  if (CONTROLS.test(html)) return 'a page holds a control character';
  const stack: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(html).childNodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('childNodes' in node) stack.push(...node.childNodes);
    if (!('attrs' in node)) continue;
    if (node.tagName.includes(TRAP))
      return `executes: an element of a page comes from data: <${node.tagName}>`;
    const attribute = node.attrs.find(({ name, value }) => isTrapped(name, value));
    if (attribute)
      return `executes: an attribute of a page comes from data: ${attribute.name}="${attribute.value}"`;
  }
  return null;
}

function isTrapped(name: string, value: string): boolean {
  return name.includes(TRAP) || (/^(?:on|href|src)/.test(name) && /^\s*javascript:/i.test(value));
}

function judgeDiff(before: Talk, after: Talk): string | null {
  const same = diffTalks(after, after);
  diffTalks(before, after);
  return JSON.stringify(same).includes('"kind":"changed"') ? 'a talk differs from itself' : null;
}

function compare(what: string, one: Compiled, other: Compiled): string | null {
  const [first, second] = [one, other].map(({ talk, problems }) =>
    JSON.stringify([talk, sorted(problems)]),
  );
  if (first === second || first === undefined || second === undefined) return null;
  let at = 0;
  while (first[at] === second[at]) at++;
  return `${what}: ${first.slice(Math.max(0, at - 60), at + 60)} / ${second.slice(Math.max(0, at - 60), at + 60)}`;
}

/** Which of two problems at one place comes first is no difference. */
function sorted(problems: readonly Problem[]): string[] {
  return problems.map((problem) => JSON.stringify(problem)).sort();
}
