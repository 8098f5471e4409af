import { TEXT_VECTORS } from './vectors.ts';

/** The texts of a project in which each door for text holds vectors, and the number of doors. */
export interface Poisoned {
  texts: Record<string, string>;
  doors: number;
}

const KEYS =
  'title|subtitle|description|speaker|affiliation|event|place|unit|label|note|heading|caption|missing|more|path';
/** Keys of front matter and of blocks whose value is a text that is shown: one a line, and several in braces. */
const TEXT_KEYS = [
  new RegExp(String.raw`(?<=^\s*(?:- )?)(${KEYS}): ([^\n{[]+|'[^\n]+')$`, 'gm'),
  new RegExp(String.raw`(?<=[{,] )(${KEYS}): ('[^'\n]+'|[^,}\n]+)`, 'g'),
];
/** Texts of vectors are long, so blocks get all the room of their slides. */
const HEIGHTS = /^height: .*\n/gm;
/** Values of those keys that name a column. */
const COLUMNS = ['name', 'role'];
/** Texts between marks of Markdown: titles of code, windows and links, and words for pictures. */
const MARKED = [
  /(?<=\{title=")[^"\n]+/g,
  /(?<=^::: (?:browser|terminal) )[^\n]+/gm,
  /(?<=!\[)[^\]\n]+/g,
  /(?<= ")A title(?="$)/gm,
];
/** Vectors without the marks that end such a text, or the attributes of code. */
const MARK_VECTORS = TEXT_VECTORS.filter((vector) => !/["\]{}\n]/.test(vector));

/** Cells by which slides choose rows, and those that have a form of their own. */
const CHOSEN =
  /^(?:(?:Mill|North) Bridge|Everything talk|New Reviewer|east|west|day|night|UTC|town|[MRL]|\.\.\.|name|id|version|debian|rust|exact|minimum|[\da-f.:-]+)$/;
/** Keys of datasets whose value must be an address, may be one, and has little room. */
const URL_KEY = 'url';
const LINK_KEY = 'page';
const NARROW_KEYS = ['text', 'highlights', 'tags'];
const SHORT_VECTORS = TEXT_VECTORS.filter(({ length }) => length < 30);
const SCRIPT_ADDRESSES = TEXT_VECTORS.filter((vector) => /^\S*(?:script|data):/i.test(vector));

/** Puts a vector of the corpus into each door of a project, beginning with the one of a number. */
export function poisonProject(texts: Readonly<Record<string, string>>, first = 0): Poisoned {
  let doors = 0;
  const next = (from: readonly string[]): string => from[(first + doors++) % from.length] ?? '';
  const poison = (text: string): string => `${text} ${next(TEXT_VECTORS)}`;
  const inKey = (whole: string, key: string, value: string): string => {
    const plain = value.replace(/^'|'$/g, '').trim();
    return COLUMNS.includes(plain) ? whole : `${key}: ${JSON.stringify(poison(plain))}`;
  };
  const inKeys = (text: string): string =>
    TEXT_KEYS.reduce((all, keys) => all.replace(keys, inKey), text);
  const inMarks = (text: string): string =>
    MARKED.reduce((all, marked) => all.replace(marked, () => next(MARK_VECTORS)), text);
  const inData = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((part) => inData(part, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, inData(part, name)]),
      );
    if (typeof value !== 'string' || CHOSEN.test(value)) return value;
    if (key === URL_KEY) return poison(value);
    if (key === LINK_KEY) return next(SCRIPT_ADDRESSES);
    return next(NARROW_KEYS.includes(key) ? SHORT_VECTORS : TEXT_VECTORS);
  };
  const found = Object.entries(texts).map(([file, text]) => {
    if (file.endsWith('.md')) return [file, inMarks(inKeys(text.replace(HEIGHTS, '')))];
    if (file.endsWith('.json')) return [file, JSON.stringify(inData(JSON.parse(text)))];
    return [file, text];
  });
  return { texts: Object.fromEntries(found), doors };
}
