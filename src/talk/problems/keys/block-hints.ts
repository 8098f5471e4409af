/** What a key of a block takes, as far as its schema says so. */
export interface KeyForm {
  key: string;
  /** The words that it may be; empty for other values. */
  names: readonly string[];
}

const INLINE =
  /^(?:rows?|values?|items?|labels?|datasets?|series|points|names?|columns?|entries|events)$/i;

/** Other words for the keys of blocks. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  type: ['kind', 'chart', 'style', 'mark', 'shape'],
  data: ['dataset', 'source', 'src', 'file', 'from', 'rows', 'values', 'items', 'url'],
  x: ['xaxis', 'category', 'categories', 'labels'],
  y: ['yaxis', 'values', 'series', 'value', 'metric'],
  value: ['y', 'column', 'number', 'metric', 'field'],
  column: ['name', 'names', 'field', 'value'],
  columns: ['fields', 'cols', 'headers', 'header'],
  title: ['heading', 'caption', 'name', 'header'],
  caption: ['title', 'heading'],
  where: ['filter', 'filters', 'if', 'query', 'only'],
  sort: ['orderby', 'sortby'],
  order: ['direction', 'dir'],
  every: ['timeunit', 'interval', 'period', 'groupby', 'bin', 'resample', 'granularity', 'per'],
  take: ['aggregate', 'reduce', 'agg', 'reducer', 'function', 'fn', 'op', 'sum', 'mean'],
  last: ['window', 'since', 'range', 'newest', 'past', 'recent'],
  limit: ['max', 'count', 'top', 'first', 'n', 'rows', 'size'],
  label: ['color', 'colour', 'legend', 'group', 'by', 'name'],
  facet: ['series', 'split', 'splitby', 'panel', 'panels', 'trellis', 'multiples'],
  highlight: ['accent', 'emphasize', 'emphasise', 'focus'],
  unit: ['units', 'suffix', 'prefix', 'currency', 'sign'],
  format: ['numberformat', 'precision', 'decimals'],
  min: ['ymin', 'from'],
  max: ['ymax', 'to'],
};

/** Finds the key of a block that another word stands for; undefined for none. */
export function keyFor(word: string, keys: readonly string[]): string | undefined {
  const wanted = word.replace(/[\s_-]/g, '').toLowerCase();
  const same = keys.find((key) => key.toLowerCase() === wanted);
  return same ?? keys.find((key) => WORDS[key]?.includes(wanted));
}

/** Other words for blocks. */
const BLOCK_WORDS: Readonly<Record<string, readonly string[]>> = {
  chart: [
    'plot',
    'graph',
    'graphs',
    'charts',
    'barchart',
    'linechart',
    'piechart',
    'pie',
    'vega',
    'vegalite',
    'chartjs',
    'echarts',
    'plotly',
    'xychart',
  ],
  figure: ['number', 'kpi', 'metric', 'stat', 'bignumber', 'counter'],
  table: ['grid', 'datatable', 'tables'],
  timeline: ['gantt', 'releases'],
  tree: ['mindmap', 'orgchart', 'hierarchy'],
  names: ['people', 'contributors', 'list'],
  logos: ['icons', 'sponsors', 'brands'],
  schedule: ['agenda', 'programme', 'program'],
};

/** Finds the block that another word stands for; undefined for none. */
export function blockFor(word: string, blocks: readonly string[]): string | undefined {
  const wanted = word.replace(/[\s_-]/g, '').toLowerCase();
  return blocks.find((block) => BLOCK_WORDS[block]?.includes(wanted));
}

/** Returns the line to add for a key. */
export function lineFor({ key, names }: KeyForm): string {
  const [first, ...others] = names;
  if (first !== undefined) {
    const more = others.length > 0 ? ` (or ${others.join(', ')})` : '';
    return `"${key}: ${first}"${more}`;
  }
  return key === 'data' ? '"data: NAME", where NAME is a dataset of data/,' : `"${key}: ..."`;
}

/** Returns what to write in the place of rows within a block; null for another value. */
export function hintOfInline(key: string, value: unknown): string | null {
  const isRows = typeof value === 'object' && value !== null;
  if (key === 'data' && (isRows || value === null))
    return `${isRows ? ROWS : ''}Write the name of a dataset: "data: members" reads data/members.json. ${NEW}`.trim();
  return isRows && INLINE.test(key)
    ? `${ROWS}"data: members" reads data/members.json. ${NEW}`
    : null;
}

const ROWS = 'Rows stand in a file, so that they can be dated and used again. ';
const NEW = '"npx rostrum new data members" writes one to fill in.';

/** Returns what the body of a block has to be, by what it is. */
export function hintOfBody(block: string, text: string, required: readonly KeyForm[]): string {
  const lines = required.map(lineFor).join(' and ');
  const start =
    lines === ''
      ? 'Write lines "key: value".'
      : `A ${block} block begins with ${lines.replace(/,$/, '')}.`;
  if (/^\s*\|/.test(text))
    return `A table of Markdown needs no fence: remove the lines of backticks. ${start}`;
  if (/^\s*[[{]/.test(text)) return `Its body is YAML. ${start}`;
  if (/^\s*[\w-]+\s*=/.test(text)) return `Write a colon and a blank in the place of "=". ${start}`;
  return /^\s*- |^[^\n:]+,/.test(text) ? `${ROWS}${start} ${NEW}` : start;
}
