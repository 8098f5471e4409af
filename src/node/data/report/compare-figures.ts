import type { WordRun } from '../../../talk/diff/slide-change.ts';
import { diffData } from '../../../talk/diff/figure-changes.ts';
import type { BlockUse, Slide, Talk } from '../../../talk/model/talk.ts';

/** Something shown on a slide that other data change. */
export interface Change {
  /** The figure it belongs to, wherever that is shown: `mailing-list.subscribers`, or a block: `table of releases`. */
  figure: string;
  /** Which part of the block: a row and a column; empty when it has one part only. */
  part: string;
  /** Empty where there was nothing. */
  before: string;
  /** Empty where nothing, or a problem, stands in its place. */
  after: string;
  /** What is wrong with it now; null for nothing. */
  problem: string | null;
  talk: string;
  slide: string;
}

/** Lists what two compilations of a talk show differently; slides are told apart by their id. */
export function compareTalks(before: Talk, after: Talk): Change[] {
  const old = new Map(before.slides.map((slide) => [slide.id, slide]));
  return after.slides.flatMap((slide) => {
    const other = old.get(slide.id);
    if (!other || (other.html === slide.html && other.notes === slide.notes)) return [];
    const problem = newProblem(other, slide);
    const [was, is] = [listParts(other), listParts(slide)];
    const about = { talk: after.name, slide: slide.id };
    return [...new Map([...was, ...is]).keys()].flatMap((key) =>
      comparePart([was.get(key), is.get(key)], { problem, talks: [before, after] }).map(
        (change) => ({ ...change, ...about }),
      ),
    );
  });
}

/** A value or a block of a slide, as a slide that holds nothing else. */
interface Part {
  figure: string;
  /** Says where it stands when that is not the slide itself. */
  part: string;
  /** Its words; null when they could not be computed. */
  text: string | null;
  /** Whether it says one thing only. */
  isOne: boolean;
  alone: Slide;
}

type PartChange = Omit<Change, 'talk' | 'slide'>;

function comparePart(
  [was, is]: readonly [Part | undefined, Part | undefined],
  { problem, talks: [before, after] }: { problem: string | null; talks: readonly [Talk, Talk] },
): PartChange[] {
  const { figure = '', part = '' } = is ?? was ?? {};
  const [old, now] = [was?.text ?? null, is?.text ?? null];
  if (old === now) return [];
  if (!was || !is || old === null || now === null) {
    const about = { figure, part, before: firstLine(old), after: firstLine(now) };
    return [{ ...about, problem: now === null ? problem : null }];
  }
  if (is.isOne) return [{ figure, part, ...shortenPair(old, now), problem: null }];
  const { figures, words } = diffData(
    { slide: was.alone, talk: before },
    { slide: is.alone, talk: after },
  );
  return [
    ...figures.map((change) => {
      const { label, before: past, after: present } = change;
      return { figure, part: label, before: past ?? '', after: present ?? '', problem: null };
    }),
    ...words.map((runs) => ({ figure, part: '', ...sidesOf(runs), problem: null })),
  ];
}

/** Returns what is wrong on a slide that was not before: it is shown where a value or block was. */
function newProblem({ problems: before }: Slide, { problems: after }: Slide): string | null {
  const known = new Set(before.map(({ code, message }) => `${code}: ${message}`));
  const found = after.map(({ code, message }) => `${code}: ${message}`);
  return found.find((problem) => !known.has(problem)) ?? null;
}

/** Lists the values and blocks of a slide, by their place on it. */
function listParts(slide: Slide): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const value of slide.values) {
    if (value.datasets.length === 0) continue;
    const { expression, text } = value;
    const place = Array.from(parts.values()).filter(({ figure }) => figure === expression).length;
    const alone = { ...slide, values: [value], blocks: [] };
    parts.set(`${expression} ${place}`, { figure: expression, part: '', text, isOne: true, alone });
  }
  for (const block of slide.blocks) {
    const { id, text } = block;
    const alone = { ...slide, values: [], blocks: [block] };
    parts.set(id, { figure: nameBlock(block), part: '', text, isOne: isFigure(block), alone });
  }
  for (const { expression, text } of listNoted(slide.notes)) {
    const part = { figure: expression, part: 'in the notes', text, isOne: true, alone: slide };
    parts.set(`notes ${expression}`, part);
  }
  return parts;
}

const VALUE = /<rostrum-value data-expr="([^"]*)"[^>]*>([^<]*)<\/rostrum-value>/g;

/** Lists the values in a slide's notes, which are nothing but HTML. */
function listNoted(notes: string): { expression: string; text: string }[] {
  return Array.from(notes.matchAll(VALUE), ([, expression = '', text = '']) => ({
    expression: decode(expression),
    text: decode(text),
  }));
}

function decode(html: string): string {
  const named = html.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return named.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** Names a block; a figure shows what a value in a text does, so both have one name. */
function nameBlock(block: BlockUse): string {
  const { name, datasets, spec } = block;
  const [data = ''] = datasets;
  if (!isFigure(block)) return data === '' ? name : `${name} of ${data}`;
  return `${data}.${(spec as { value: string }).value}`;
}

function isFigure(block: BlockUse | undefined): boolean {
  return block?.name === 'figure' && block.spec !== undefined;
}

const HEADLINE = /^\*\*(.+?)\*\*/;

/** Shortens a figure to its number, unless what it is compared with changed. */
function shortenPair(before: string, after: string): Pick<Change, 'before' | 'after'> {
  const [old, now] = [before, after].map((text) => HEADLINE.exec(text)?.[1] ?? text);
  return old === now
    ? { before: firstLine(before), after: firstLine(after) }
    : { before: old ?? '', after: now ?? '' };
}

function firstLine(text: string | null): string {
  return (text ?? '').split('\n')[0]?.replaceAll('**', '') ?? '';
}

/** Returns a line that differs, as it was and as it is. */
function sidesOf(runs: readonly WordRun[]): { before: string; after: string } {
  const side = (without: WordRun['kind']): string =>
    runs.some(({ kind }) => kind !== without && kind !== 'same')
      ? runs.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join(' ')
      : '';
  return { before: side('added'), after: side('gone') };
}
