import { splitCode } from '../../talk/code/code-lines.ts';
import { nameCommitPlace } from '../../talk/code/code-place.ts';
import type { PlaceUse } from '../../talk/code/list-places.ts';
import type { CodeExcerpt } from '../../talk/model/code/code.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { changedCode, type CodeChange } from '../../talk/problems/problems.ts';
import { decodeCode, explainAbsence, type Clone } from './clone.ts';
import type { CodeReader } from './code.ts';
import { findNewPath } from './find-renamed.ts';
import { readObjects, resolveNames } from './git-objects.ts';
import { listTags, newerTags, type Tag } from './release-tags.ts';

/** A place on a slide, and the last day whose releases concern its talk. */
export interface DatedUse extends PlaceUse {
  until: IsoDate;
}

/** Quoted lines that are looked for in later releases. */
interface Quote {
  use: DatedUse;
  excerpt: CodeExcerpt;
  /** Newer tags, the oldest first. */
  newer: readonly string[];
  /** Contents of the file that do not have the lines, by their ids. */
  lacking: Set<string>;
}

/** Files that one process reads. */
const CHUNK = 32;

/** Finds quoted lines that the file no longer has at a newer release, by the first such release. */
export function findChanged(reader: CodeReader, uses: readonly DatedUse[]): Problem[] {
  const tags = new Map<string, Tag[]>();
  const files = new Map<string, { clone: Clone; path: string; quotes: Quote[] }>();
  for (const use of uses) {
    const { place, until } = use;
    const clone = reader.findClone(place.repository);
    const { code } = reader.read(place);
    if (!clone || !code) continue;
    const all = tags.get(clone.name) ?? listTags(clone);
    tags.set(clone.name, all);
    const newer = newerTags(all, { revision: place.revision, date: code.after.date }, until);
    const key = `${clone.name}:${place.path}`;
    const file = files.get(key) ?? { clone, path: place.path, quotes: [] };
    if (newer.length > 0) {
      file.quotes.push({ use, excerpt: code.after, newer, lacking: new Set() });
    }
    files.set(key, file);
  }
  return [...files.values()].flatMap(({ clone, path, quotes }) =>
    findInFile(clone, path, quotes).map(({ quote: { use }, tag, how }) =>
      changedCode(nameCommitPlace(use.place), { tag, how }, use.span),
    ),
  );
}

interface Found extends CodeChange {
  quote: Quote;
}

/** Looks for the quotes of a file in its later contents; reads each content once. */
function findInFile(clone: Clone, path: string, quotes: readonly Quote[]): Found[] {
  const names = [...new Set(quotes.flatMap(({ newer }) => newer))];
  const ids =
    names.length === 0
      ? []
      : resolveNames(
          clone.folder,
          names.map((tag) => nameAt(tag, path)),
        );
  if (!Array.isArray(ids)) return quotes.flatMap((quote) => reportFirst(quote, clone, path));
  const idOf = new Map(names.map((name, index) => [name, ids[index] ?? null]));
  const contents = [...new Set(ids)].flatMap((id) => id ?? []);
  const read = new Set<string>();
  const missing = new Set<string>();
  const found = (): (Found | null | undefined)[] =>
    quotes.map((quote) => findFirst(quote, idOf, { read, missing }));
  for (let at = 0; at < contents.length && found().includes(undefined); at += CHUNK) {
    const chunk = contents.slice(at, at + CHUNK);
    const objects = readObjects(clone.folder, chunk);
    chunk.forEach((id, index) => {
      const content = objects.ok ? objects.objects[index]?.content : undefined;
      for (const { excerpt, lacking } of quotes) {
        if (content && !hasLines(content, excerpt.lines)) lacking.add(id);
      }
      if (!content) missing.add(id);
      read.add(id);
    });
  }
  return found().flatMap((one) => {
    if (!one) return [];
    return one.how === 'gone' ? [{ ...one, how: explainGone(one, clone, path) }] : [one];
  });
}

/** Explains why a tag has no content for a file: it was renamed or removed, or a partial clone lacks it. */
function explainGone({ tag, quote }: Found, clone: Clone, path: string): CodeChange['how'] {
  const isGone = explainAbsence(clone, `refs/tags/${tag}`, path) === 'nothing';
  if (!isGone) return { fetch: writeFetch(clone, tag, path) };
  const [older, newer] = [quote.excerpt.commit, `refs/tags/${tag}`];
  const renamed = findNewPath(clone.folder, { path, older, newer });
  return renamed === null ? 'gone' : { renamed };
}

function reportFirst(quote: Quote, clone: Clone, path: string): Found[] {
  const [tag] = quote.newer;
  return tag === undefined ? [] : [{ quote, tag, how: { fetch: writeFetch(clone, tag, path) } }];
}

function writeFetch({ folder }: Clone, tag: string, path: string): string {
  return `git -C ${folder} cat-file -e "${tag}:${path}"`;
}

/** Returns the first tag without the lines; null for none, undefined while a content before it is not read. */
function findFirst(
  quote: Quote,
  idOf: ReadonlyMap<string, string | null>,
  { read, missing }: { read: ReadonlySet<string>; missing: ReadonlySet<string> },
): Found | null | undefined {
  for (const tag of quote.newer) {
    const id = idOf.get(tag) ?? null;
    if (id === null || missing.has(id)) return { quote, tag, how: 'gone' };
    if (quote.lacking.has(id)) return { quote, tag, how: 'changed' };
    if (!read.has(id)) return undefined;
  }
  return null;
}

function nameAt(tag: string, path: string): string {
  return `refs/tags/${tag}:${path}`;
}

/** Reports whether a file has some lines one below the other; moved lines are not changed ones. */
function hasLines(content: Buffer, lines: readonly string[]): boolean {
  const wanted = `${lines.join('\n')}\n`;
  const at = content.indexOf(wanted);
  if (at === 0 || (at > 0 && content[at - 1] === LINE_FEED)) return true;
  const text = `\n${splitCode(decodeCode(content)).join('\n')}\n`;
  return text.includes(`\n${wanted}`);
}

const LINE_FEED = 10;
