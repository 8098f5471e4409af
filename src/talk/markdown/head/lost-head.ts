import type { Problem, Span } from '../../model/problem.ts';
import { lostFrontMatter } from '../../problems/problems.ts';
import { TALK_KEYS } from '../keys.ts';

const MAX_LINES = 30;
const DASHES = /^-{3,}[ \t]*$/;
/** What other programs, and editors that improve signs, have in the place of three dashes. */
const OTHER_DASHES = /^(?:\+{3,}|;{3,}|~{3,}|={3,}|[–—]+-*|-[–—]|--|\*{3,}|```+[ \t]*ya?ml)[ \t]*$/;
const KEY = /^(?:- )?["']?([A-Za-z_][\w-]*)["']?[ \t]*([:=])(?=([ \t]*)(.*))/;

/** Finds front matter of a talk that is read as text, because its dashes or its blanks are not as they should be. */
export function findLostHead(source: string, file: string): Problem | null {
  const lines = source.split('\n', MAX_LINES);
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = lines[first] ?? '';
  const isOpened = DASHES.test(opening);
  const isList = (lines[first + 1] ?? '').startsWith('- ');
  const isOther = OTHER_DASHES.test(opening);
  const start = isOpened || isOther ? first + 1 : first;
  const keys = takeKeys(lines.slice(start));
  const known = keys.filter(({ name }) => Object.hasOwn(TALK_KEYS, name.toLowerCase()));
  const next = lines[start + keys.length] ?? '';
  const isClosed = DASHES.test(next) || OTHER_DASHES.test(next);
  // A line such as "Time: 10 o'clock" may be text.
  if (known.length === 0 || (!isClosed && !isOther && known.length < 2)) return null;
  const written = isOther || !isOpened ? opening : (lines[start] ?? '');
  const line = (isOther || !isOpened ? first : start) + 1;
  const span: Span = { file, line, column: 1, length: Math.max(1, written.length) };
  return lostFrontMatter(span, hintOf({ opening, isOpened, isOther, isList, keys }));
}

interface KeyLine {
  name: string;
  sign: string;
  isApart: boolean;
  value: string;
}

function takeKeys(lines: readonly string[]): KeyLine[] {
  const keys: KeyLine[] = [];
  for (const line of lines) {
    const [, name, sign = '', blank = '', value = ''] = KEY.exec(line) ?? [];
    if (name === undefined) break;
    keys.push({ name, sign, isApart: blank !== '' || value === '', value });
  }
  return keys;
}

function hintOf({
  opening,
  isOpened,
  isOther,
  isList,
  keys,
}: {
  opening: string;
  isOpened: boolean;
  isOther: boolean;
  isList: boolean;
  keys: readonly KeyLine[];
}): string {
  if (isList && keys[0]) {
    return `Write each key without a dash before it: "${keys[0].name}: ${keys[0].value}".`;
  }
  const tight = keys.find(({ isApart, sign }) => !isApart || sign === '=');
  const example =
    tight && ` Write each key with a colon and a blank: "${tight.name}: ${tight.value}".`;
  if (isOther) {
    return `Front matter stands between two lines "---" (three hyphens), not "${opening.trim()}".${example ?? ''}`;
  }
  if (!isOpened)
    return `Put a line "---" above it; front matter stands between two of them.${example ?? ''}`;
  return example?.trimStart() ?? 'End it with a line "---".';
}
