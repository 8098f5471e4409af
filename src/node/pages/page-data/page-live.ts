import { ownTimezone } from '../../../talk/text/timezone.ts';
import type { Feed, FeedKind, LiveBlock, PageLive } from '../../../talk/model/live-shape.ts';
import type { Live } from '../../../talk/model/shape.ts';
import { isTableFile } from '../../../talk/data/csv/csv-dataset.ts';
import type { Dataset } from '../../../talk/model/dataset.ts';
import type { Project } from '../../project/project.ts';
import { listRoots } from '../../../talk/data/value/root.ts';
import type { BlockUse, Slide, Talk } from '../../../talk/model/talk.ts';

/** Returns how pages receive new rows of a dataset without a URL of its own. */
export type PlaceFeed = (dataset: string) => { kind: FeedKind; url: string };

/** In dev, the server pushes live data to its pages. */
export const PUSHED: PlaceFeed = () => ({ kind: 'push', url: '' });

/** A built page reads the file that lies beside it, at an address that stays. */
export const FILED: PlaceFeed = (dataset) => ({
  kind: 'file',
  url: `../data/${encodeURIComponent(dataset)}.json`,
});

/** Returns what a talk's page needs for live data; null when nothing on it changes. */
export function toPageLive(talk: Talk, place: PlaceFeed): PageLive | null {
  if (!talk.live) return null;
  const { until, datasets, compiled, drawn } = talk.live;
  const feeds = Object.entries(datasets).map(
    ([name, live]) => [name, toFeed(live, place(name))] as const,
  );
  const isLive = (name: string): boolean => name in datasets;
  const slides = talk.slides.filter((slide) => listDatasets(slide).some(isLive));
  const blocks = slides.flatMap((slide) =>
    slide.blocks
      .map((block) => ({ ...block, datasets: listRead(block) }))
      .filter((block) => block.datasets.some(isLive))
      .map(({ id, name, datasets: read, spec, icons, texts }): [string, LiveBlock] => {
        const isCompiled =
          compiled.includes(name) && (texts !== undefined || !drawn.includes(name));
        const again = isCompiled ? { spec, ...(icons && { icons }), ...(texts && { texts }) } : {};
        return [id, { name, datasets: read, ...again }];
      }),
  );
  return {
    talk: talk.meta,
    until,
    timezone: talk.meta.timezone ?? ownTimezone(),
    feeds: Object.fromEntries(feeds),
    blocks: Object.fromEntries(blocks),
    uses: Object.fromEntries(slides.map(({ id, uses }) => [id, uses])),
    values: Object.fromEntries(slides.flatMap((slide) => listValues(slide, isLive))),
  };
}

/** Lists the live datasets that only values of a slide show; empty for none. */
function listValues(
  { id, uses, blocks }: Slide,
  isLive: (name: string) => boolean,
): [id: string, datasets: string[]][] {
  const shown = new Set(blocks.flatMap(listRead));
  const alone = uses
    .map(({ dataset }) => dataset)
    .filter((name) => isLive(name) && !shown.has(name));
  return alone.length > 0 ? [[id, [...new Set(alone)]]] : [];
}

/** Lists the datasets of talks whose pages read a file for them. */
export function listFiled(talks: readonly Talk[]): Set<string> {
  const live = talks.flatMap((talk) => Object.entries(talk.live?.datasets ?? {}));
  return new Set(live.filter(([, { url, stream }]) => !url && !stream).map(([name]) => name));
}

/** Writes a dataset's file for readers: one row a line, without the remarks for its editors. */
export function printDataset(text: string): string {
  const value = JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  if (Array.isArray(value)) return `${JSON.stringify(value)}\n`;
  const { notes: _notes, live: _live, ...head } = value as Record<string, unknown>;
  const lines = Object.entries(head).map(
    ([key, part]) => `  ${JSON.stringify(key)}: ${printPart(part)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Writes the file of a dataset for readers, whose rows may come from a table. */
export function printFiled(
  { library, readText }: Pick<Project, 'library' | 'readText'>,
  name: string,
): string {
  const dataset = library.dataset(name);
  const isTable = dataset !== undefined && isTableFile(dataset.file);
  return printDataset(isTable ? toDatasetText(dataset) : (readText(`data/${name}.json`) ?? ''));
}

function toDatasetText(dataset: Dataset): string {
  const { title, unit, key, prefer, sources, rows, editions } = dataset;
  const head = { title, ...(unit === null ? {} : { unit }), ...(key === null ? {} : { key }) };
  const table = dataset.kind === 'editions' ? { editions } : { rows };
  return JSON.stringify({ ...head, sources, ...(prefer ? { prefer } : {}), ...table });
}

function printPart(part: unknown): string {
  if (!Array.isArray(part)) return JSON.stringify(part);
  return `[\n${part.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}

function toFeed(
  live: Live & Pick<Feed, 'editions' | 'prefer' | 'sources'>,
  placed: ReturnType<PlaceFeed>,
): Feed {
  const { interval, staleAfter, row, ranges, sources, editions, prefer, url, stream } = live;
  const kind: FeedKind = stream ? 'stream' : url ? 'url' : placed.kind;
  return {
    kind,
    url: stream ?? url ?? placed.url,
    interval,
    row,
    ranges,
    sources,
    ...(staleAfter === undefined ? {} : { staleAfter }),
    ...(editions ? { editions } : {}),
    ...(prefer ? { prefer } : {}),
  };
}

/** Lists the datasets of a block and of the values in its texts. */
export function listRead({ datasets, texts = [] }: BlockUse): string[] {
  return [...new Set([...datasets, ...listRoots(texts)])];
}

function listDatasets({ blocks, values }: Slide): string[] {
  return [...blocks, ...values].flatMap(({ datasets }) => datasets);
}
