import { BLOCKS } from '../../talk/blocks/blocks.ts';
import { compileTalk } from '../../talk/compile.ts';
import { parseDataset } from '../../talk/data/dataset.ts';
import type { Block } from '../../talk/model/block.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import type { TalkProject } from '../../talk/model/project.ts';
import type { Slide } from '../../talk/model/talk.ts';
import { createLibrary } from '../project/library.ts';
import { listProject } from '../project/read.ts';
import { NO_RECIPES, openRecipes } from '../project/recipes.ts';

/** Something shown on slides that other data change. */
export interface Change {
  /** The expression of a value, or the kind of block and the slide it stands on. */
  what: string;
  /** Names a figure, wherever it is shown. */
  id: string;
  before: string;
  /** Empty where a problem stands in its place. */
  after: string;
  /** What is wrong with it now; null for nothing. */
  problem: string | null;
  talk: string;
  slide: string;
}

/** Texts of dataset files before and after, by name; null where there was none. */
export type DataTexts = ReadonlyMap<string, { before: string | null; after: string }>;

/** Where and when talks are compared. */
export interface ImpactOptions {
  root: string;
  today: IsoDate;
  /** Blocks beyond the engine's own; defaults to none. */
  blocks?: readonly Block[];
}

/** Compiles all talks with the old data and the new, and lists what they show differently. */
export async function findChanges(
  texts: DataTexts,
  { root, today, blocks = [] }: ImpactOptions,
): Promise<Change[]> {
  if (texts.size === 0) return [];
  const listing = listProject(root);
  const book = await openRecipes(root, listing, NO_RECIPES);
  const library = createLibrary(root, [...BLOCKS, ...blocks]);
  library.update(listing, book);
  const parse = (side: 'before' | 'after'): TalkProject => {
    const datasets = new Map(
      [...texts].map(([name, pair]) => {
        const source = { path: `data/${name}.json`, text: pair[side] ?? '' };
        return [name, parseDataset(source, name, book.recipes.get(name)).value ?? undefined];
      }),
    );
    return withDatasets(library, datasets);
  };
  const [before, after] = [parse('before'), parse('after')];
  return [...listing.talks].flatMap(([talk, file]) => {
    const slides = (project: TalkProject): Slide[] => {
      const source = project.slideFile(file);
      return source ? compileTalk(source, project, { today }).value.slides : [];
    };
    return compareSlides(talk, slides(before), slides(after));
  });
}

function withDatasets(
  project: TalkProject,
  datasets: ReadonlyMap<string, ReturnType<TalkProject['dataset']>>,
): TalkProject {
  return {
    ...project,
    slidePaths: project.slidePaths,
    datasetNames: [...new Set([...project.datasetNames, ...datasets.keys()])],
    brokenDatasets: project.brokenDatasets,
    dataset: (name) => (datasets.has(name) ? datasets.get(name) : project.dataset(name)),
  };
}

/** Lists what two compilations of a talk show differently; slides are told apart by their id. */
export function compareSlides(
  talk: string,
  before: readonly Slide[],
  after: readonly Slide[],
): Change[] {
  const old = new Map(before.map((slide) => [slide.id, slide]));
  return after.flatMap((slide) => {
    const other = old.get(slide.id);
    if (!other || other.html === slide.html) return [];
    const [past, now] = [listParts(other), listParts(slide)];
    const added = newProblem(other, slide);
    return [...new Map([...past, ...now]).keys()].flatMap((place): Change[] => {
      const part = now.get(place) ?? past.get(place);
      const [old = '', text = ''] = [past.get(place)?.text, now.get(place)?.text];
      if (!part || old === text) return [];
      const problem = text === '' ? added : null;
      const { what, id } = part;
      return [{ what, id, ...shortenPair(old, text), problem, talk, slide: slide.id }];
    });
  });
}

/** What is wrong on a slide that was not before: it stands where a value or block was. */
function newProblem({ problems: before }: Slide, { problems: after }: Slide): string | null {
  const known = new Set(before.map(({ code, message }) => `${code}: ${message}`));
  const found = after.map(({ code, message }) => `${code}: ${message}`);
  return found.find((problem) => !known.has(problem)) ?? null;
}

interface Part {
  what: string;
  id: string;
  text: string;
}

const VALUE = /<rostrum-value data-expr="([^"]*)">([^<]*)<\/rostrum-value>/g;
const BOLD = /\*\*(.+?)\*\*/;
const TABLE_EDGE = /^\| | \|$/gm;

/** The values and blocks of a slide with their words, by where they stand on it. */
function listParts({ html, blocks, place: { file } }: Slide): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const [, expression = '', text = ''] of html.matchAll(VALUE)) {
    const what = unescape(expression);
    const place = Array.from(parts.values()).filter((part) => part.id === what).length;
    parts.set(`${what} ${place}`, { what, id: what, text: unescape(text) });
  }
  for (const { name, id, span, text } of blocks) {
    const what = `${name} on "${id.replace(/\/\d+$/, '')}"`;
    parts.set(id, { what, id: `${file}:${span.line} ${name}`, text: plain(name, text) });
  }
  return parts;
}

/** Of a figure the number is enough; marks of Markdown are not for the terminal. */
function plain(block: string, text: string): string {
  const number = block === 'figure' ? BOLD.exec(text)?.[1] : undefined;
  return number ?? text.replaceAll('**', '').replace(TABLE_EDGE, '');
}

function unescape(text: string): string {
  const named = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return named.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** Of a text of several lines, the first that differ are enough to see what happened. */
function shortenPair(before: string, after: string): { before: string; after: string } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line) && line.trim() !== '');
  const come = now.filter((line) => !old.includes(line) && line.trim() !== '');
  return { before: sumUp(gone), after: sumUp(come) };
}

function sumUp(lines: readonly string[]): string {
  const [first = ''] = lines;
  const short = first.length > 60 ? `${first.slice(0, 59)}…` : first;
  return lines.length > 1 ? `${short} (+${lines.length - 1} lines)` : short;
}
