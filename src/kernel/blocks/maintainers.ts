import {
  chooseRows,
  defineBlock,
  html,
  markEnglish,
  MIN_TEXT,
  ROW_KEYS,
  SLIDE_ROOM,
  textAt,
  tooMuchToShow,
  unknownRow,
  useRows,
  v,
  type Html,
  type Row,
  type RowSpec,
} from 'rostrum';
import { stylePath } from './block-style.ts';

/** A MAINTAINERS entry as the author wrote it. */
export interface MaintainersSpec extends RowSpec {
  /** The entry's heading; defaults to the end of the dataset's title. */
  heading?: string;
  /** Name of a person to accent, or a whole value. */
  mark?: string;
  /** Whether the keys are explained; defaults to false. */
  legend?: boolean;
}

interface Field {
  key: string;
  value: string;
  isMarked: boolean;
}

const SCHEMA = v.strictObject({
  ...ROW_KEYS,
  heading: v.optional(v.string()),
  mark: v.optional(v.string()),
  legend: v.optional(v.boolean()),
});

/** The keys in the order of the kernel's file, with their meaning. */
const KEYS = {
  M: 'maintainer',
  R: 'reviewer',
  L: 'mailing list',
  S: 'status',
  W: 'web page',
  Q: 'patchwork',
  B: 'bug tracker',
  C: 'chat',
  P: 'how to contribute',
  T: 'source tree',
  F: 'files',
  X: 'excluded files',
  N: 'file names',
  K: 'content',
} as const;
const ORDER = Object.keys(KEYS);
const CUT = '...';
const LEADING = 1.32;
const MAX_SIZE = 24;
/** Mono letters are 0.6 of their size wide; the key and its gap take four. */
const MONO = 0.6;
const KEY_LETTERS = 4;
const PERSON = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>(\s*\(.*\))?$/;
const URL = /https?:\/\/[^\s<>"]+/;
const ADDRESS = /^[^\s<>@]+@[^\s<>@]+$/;

/** Shows an entry of the kernel's MAINTAINERS file in the file's own format. */
export default defineBlock<MaintainersSpec>({
  name: 'maintainers',
  about: "An entry of the kernel's MAINTAINERS file, people and addresses linked.",
  schema: SCHEMA,
  live: import.meta.url,
  style: stylePath(import.meta.url),
  compile(spec, context) {
    const chosen = chooseRows(spec, context, 'maintainers');
    if (!chosen) return null;
    const { data, rows } = chosen;
    const fields = sortFields(rows.flatMap((row) => toField(row, spec.mark) ?? []));
    const names = rows.flatMap((row) => findName(row) ?? []);
    if (spec.mark !== undefined && !fields.some(({ isMarked }) => isMarked)) {
      context.report(unknownRow(spec.mark, spec.data, names, context.spanOf(['mark'])));
      return null;
    }
    const heading = spec.heading ?? data.title.split(': ').at(-1) ?? data.title;
    const size = fitEntry(fields);
    if (size === null) {
      const about = { what: `${fields.length} lines`, hint: 'Show fewer keys with "where".' };
      context.report(tooMuchToShow('entry', about, context.spanOf([])));
      return null;
    }
    return {
      html: renderEntry(spec, {
        heading,
        fields,
        size,
        id: context.id,
        english: markEnglish(context.talk.language),
      }).markup,
      steps: 0,
      text: writeEntry(heading, fields),
      uses: useRows(data, rows),
    };
  },
});

function toField(row: Row, mark: string | undefined): Field | null {
  const key = textAt(row, 'key');
  if (key === null) return null;
  const value = textAt(row, 'value') ?? '';
  const isMarked = mark !== undefined && (findName(row) === mark || value === mark);
  return { key, value, isMarked };
}

/** Finds the name of a row's person: its own, or what stands before the address. */
function findName(row: Row): string | undefined {
  return textAt(row, 'name') ?? PERSON.exec(textAt(row, 'value') ?? '')?.[1];
}

/** Sorts fields in the kernel's order; truncated fields stay at the end. */
function sortFields(fields: Field[]): Field[] {
  const place = ({ key }: Field): number => {
    const index = ORDER.indexOf(key);
    return index < 0 ? ORDER.length : index;
  };
  return fields.sort((a, b) => place(a) - place(b));
}

function fitEntry(fields: readonly Field[]): number | null {
  const letters = Math.max(...fields.map(({ value }) => value.length + KEY_LETTERS));
  for (let size = MAX_SIZE; size >= MIN_TEXT; size--) {
    const isHigh = (fields.length + 1) * size * LEADING > SLIDE_ROOM.height;
    if (!isHigh && letters * size * MONO <= SLIDE_ROOM.width) return size;
  }
  return null;
}

interface Entry {
  heading: string;
  fields: readonly Field[];
  size: number;
  id: string;
  english: Html | false;
}

function renderEntry(
  { legend }: MaintainersSpec,
  { heading, fields, size, id, english }: Entry,
): Html {
  const lines = fields.map(({ key, value, isMarked }) => {
    if (key === CUT) return html`<div class="entry-cut"><dt>${CUT}</dt></div>`;
    return html`<div class="${isMarked && 'marked'}"><dt>${key}:</dt><dd>${renderValue(value)}</dd></div>`;
  });
  return html`<div class="block block-maintainers" data-block="${id}" style="--size: ${size}px">
    <p class="entry-heading">${heading}</p>
    <dl class="entry">${lines}</dl>
    ${legend === true && renderLegend(fields, english)}
  </div>`;
}

function renderValue(value: string): Html {
  const person = PERSON.exec(value);
  if (person) {
    const [, name = '', address = '', remark = ''] = person;
    return html`<span class="entry-name">${name}</span> &lt;<a href="mailto:${address}">${address}</a>&gt;${remark}`;
  }
  if (ADDRESS.test(value)) return html`<a href="mailto:${value}">${value}</a>`;
  const url = URL.exec(value);
  if (!url) return html`${value}`;
  const before = value.slice(0, url.index);
  const after = value.slice(url.index + url[0].length);
  return html`${before}<a href="${url[0]}">${url[0]}</a>${after}`;
}

function renderLegend(fields: readonly Field[], english: Html | false): Html {
  const present = ORDER.filter((key) => fields.some((field) => field.key === key));
  return html`<ul class="entry-legend"${english}>
    ${present.map((key) => html`<li><b>${key}</b> ${KEYS[key as keyof typeof KEYS]}</li>`)}
  </ul>`;
}

function writeEntry(heading: string, fields: readonly Field[]): string {
  const lines = fields.map(({ key, value }) => (key === CUT ? CUT : `${key}:\t${value}`));
  return ['```', heading, ...lines, '```'].join('\n');
}
