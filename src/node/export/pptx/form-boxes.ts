import type {
  Box,
  BoxCell,
  BoxParagraph,
  FormBox,
  TableBox,
  TextBox,
} from '../../../talk/model/pptx-boxes.ts';
import { PLAIN } from './pptx-text.ts';
import type { PptxPart, PptxTable, PptxText } from '../../../talk/model/pptx/pptx-form.ts';

const LEADING = 1.25;
/** How far letters reach below their line, in parts of their size. */
const DEPTH = 0.212;
const ROW = 1.9;
const PADDING = 8;

/** Converts the parts of a block into objects of its slide. */
export function toBoxes(parts: readonly PptxPart[], form: FormBox): Box[] {
  return parts.map((part): Box => {
    const place = { ...part, x: form.x + part.x, y: form.y + part.y };
    switch (place.kind) {
      case 'text':
        return toText(place, form);
      case 'table':
        return toTable(place, form);
      case 'rectangle':
      case 'ellipse': {
        const { x, y, width, height, kind, fill, line } = place;
        return {
          kind: 'shape',
          ...{ x, y, width, height },
          fill: fill === undefined ? null : toDigits(fill),
          line: line ? { ...line, colour: toDigits(line.colour) } : null,
          radius: kind === 'rectangle' ? (place.radius ?? 0) : 0,
          isEllipse: kind === 'ellipse',
        };
      }
    }
  });
}

function toText({ text, size = 28, align = 'left', ...part }: PptxText, form: FormBox): TextBox {
  const { x, y, width, height, isBold = false } = part;
  const colour = part.colour === undefined ? form.colours.ink : toDigits(part.colour);
  const leading = size * LEADING;
  const lines = text.split('\n');
  return {
    kind: 'text',
    ...{ x, y, width, height },
    isTitle: false,
    paragraphs: lines.map((line) => toParagraph(line, { size, colour, isBold, align })),
    leading,
    gap: 0,
    isSingle: false,
    baseline: y + leading - size * DEPTH,
    indent: 0,
  };
}

function toTable({ rows, columns, size = 24, ...part }: PptxTable, { colours }: FormBox): TableBox {
  const { x, y, width, height } = part;
  const count = Math.max(1, ...rows.map((row) => row.length));
  const shares = Array.from({ length: count }, (_, at) => columns?.[at] ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  return {
    kind: 'table',
    ...{ x, y, width, height },
    rows: rows.map((row, at) =>
      shares.map((_, column): BoxCell => {
        const cell = row[column] ?? '';
        const align = typeof cell === 'number' ? 'right' : 'left';
        const style = { size, colour: colours.ink, isBold: at === 0, align } as const;
        return {
          paragraphs: [toParagraph(String(cell), style)],
          isHead: at === 0,
          columns: 1,
          rows: 1,
          fill: null,
          line: { colour: at === 0 ? colours['rule-strong'] : colours.rule, width: 1.5 },
          padding: [0, PADDING],
        };
      }),
    ),
    widths: shares.map((share) => (width * share) / all),
    heights: rows.map(() => size * ROW),
    isRightToLeft: false,
  };
}

function toParagraph(
  text: string,
  {
    size,
    colour,
    isBold,
    align,
  }: { size: number; colour: string; isBold: boolean; align: BoxParagraph['align'] },
): BoxParagraph {
  const run = { ...PLAIN, text, size, colour, isBold };
  return {
    runs: text === '' ? [] : [run],
    align,
    isRightToLeft: false,
    level: null,
    numbering: null,
    mark: null,
  };
}

function toDigits(colour: string): string {
  return colour.slice(1).toUpperCase();
}
