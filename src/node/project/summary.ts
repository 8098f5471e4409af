import type { Token } from 'marked';
import { composeSlides } from '../../talk/compose/compose.ts';
import { composeMeta } from '../../talk/compose/meta.ts';
import type { Dataset, PartialDate } from '../../talk/model/dataset.ts';
import type { TalkProject } from '../../talk/model/project.ts';
import type { TalkMeta } from '../../talk/model/talk.ts';

/** What the index says about a talk; it costs no rendering. */
export interface TalkSummary {
  name: string;
  file: string;
  meta: TalkMeta;
  slides: number;
  /** Names of the datasets its slides may read. */
  datasets: string[];
}

/** What the index says about a dataset. */
export interface DatasetSummary {
  name: string;
  file: string;
  title: string;
  rows: number;
  /** When the newest row was true; null for a list without dates and for a broken file. */
  asOf: PartialDate | null;
  isBroken: boolean;
}

/** Sums up a talk from its running order. */
export function summarizeTalk(name: string, file: string, project: TalkProject): TalkSummary {
  const source = project.slideFile(file);
  const meta = composeMeta(source?.head ?? {}, file);
  if (!source) return { name, file, meta, slides: 0, datasets: [] };
  const slides = composeSlides(source, project).value;
  const text = slides.flatMap((slide) => slide.source.tokens.flatMap(dataText)).join('\n');
  const datasets = project.datasetNames.filter((dataset) => mentions(text, dataset));
  return { name, file, meta, slides: slides.length, datasets };
}

/** Sums up a dataset; a broken one keeps its place in the list. */
export function summarizeDataset(
  name: string,
  file: string,
  dataset: Dataset | undefined,
): DatasetSummary {
  if (!dataset) return { name, file, title: name, rows: 0, asOf: null, isBroken: true };
  const tables = [dataset.rows, ...dataset.editions.map((edition) => edition.rows)];
  const dates = [...dataset.rows, ...dataset.editions].map(({ asOf }) => asOf ?? '');
  return {
    name,
    file,
    title: dataset.title,
    rows: tables.reduce((sum, rows) => sum + rows.length, 0),
    asOf: dates.sort().at(-1) || null,
    isBroken: false,
  };
}

/** Finds the texts of data blocks and values within a token. */
function dataText(token: Token): string[] {
  const { type, text, expression, tokens = [], items = [] } = token as DataToken;
  if (type === 'datablock') return [text];
  if (type === 'value') return [expression];
  return [...tokens, ...items].flatMap(dataText);
}

type DataToken = Token & { text: string; expression: string; tokens?: Token[]; items?: Token[] };

/** Tells whether a name stands in a text as a whole word. */
function mentions(text: string, dataset: string): boolean {
  let at = text.indexOf(dataset);
  while (at !== -1) {
    const isWhole = !isNamePart(text[at - 1]) && !isNamePart(text[at + dataset.length]);
    if (isWhole) return true;
    at = text.indexOf(dataset, at + 1);
  }
  return false;
}

function isNamePart(character: string | undefined): boolean {
  return character !== undefined && /[\w-]/.test(character);
}
