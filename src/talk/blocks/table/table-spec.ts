import * as v from 'valibot';
import { FORMATS, type Format } from '../../data/value/format.ts';
import type { Where } from '../../data/row-cells.ts';
import { PART_KEYS } from '../part-keys.ts';
import { ROW_KEYS, WHERE, type RowSpec } from '../row-filter.ts';

/** A table as the author wrote it. */
export interface TableSpec extends RowSpec {
  columns: (string | ColumnSpec | SupportSpec)[];
  /** Column that splits the rows into groups. */
  group?: string;
  /** Rows that are always marked. */
  mark?: Where;
  /** Columns or rows to highlight, always or from the first step on. */
  highlight?: { column?: string | string[]; row?: Where; steps?: boolean };
  /** Shows neighbouring columns of the same cells as one; defaults to no. */
  collapse?: boolean;
  caption?: string;
  /** Room for the table in slide pixels; defaults to the room under a title. */
  height?: number;
}

/** A column of cells. */
export interface ColumnSpec {
  /** Name of the column, or a path into it: `rust.version`. */
  column: string;
  /** Its head; defaults to the column's name. */
  label?: string;
  /** Format of the cells; defaults to a format that suits them. */
  format?: Format | 'code';
  /** Defaults to right for numbers. */
  align?: Align;
  /** Column that holds the address to which a cell links. */
  link?: string;
  /** Sets the column in strong letters. */
  mark?: boolean;
  /** Text for missing data; defaults to "no data". */
  missing?: string;
}

/** A column that states whether a version is new enough, and why. */
export interface SupportSpec {
  compute: 'at-least';
  /** Column that holds the version. */
  column: string;
  /** The version to reach, as a value: `minimum-rust.rust`. */
  minimum: string;
  /** Column that is true when a row without a version follows the newest version. */
  recent?: string;
  /** The newest version, as a value: `rust-releases.version`. */
  newest?: string;
  /** Its head; defaults to the version to reach. */
  label?: string;
}

/** Horizontal alignment of a column's text. */
export type Align = 'left' | 'center' | 'right';

const COLUMN = v.strictObject({
  column: v.string(),
  label: v.optional(v.string()),
  format: v.optional(v.picklist([...FORMATS, 'code'])),
  align: v.optional(v.picklist(['left', 'center', 'right'])),
  link: v.optional(v.string()),
  mark: v.optional(v.boolean()),
  missing: v.optional(v.string()),
});

const SUPPORT = v.strictObject({
  compute: v.literal('at-least'),
  column: v.string(),
  minimum: v.string(),
  recent: v.optional(v.string()),
  newest: v.optional(v.string()),
  label: v.optional(v.string()),
});

/** Schema of a table. */
export const TABLE_SCHEMA: v.GenericSchema<unknown, TableSpec> = v.strictObject({
  ...ROW_KEYS,
  ...PART_KEYS,
  columns: v.pipe(v.array(v.union([v.string(), COLUMN, SUPPORT])), v.minLength(1)),
  group: v.optional(v.string()),
  mark: v.optional(WHERE),
  highlight: v.optional(
    v.strictObject({
      column: v.optional(v.union([v.string(), v.array(v.string())])),
      row: v.optional(WHERE),
      steps: v.optional(v.boolean()),
    }),
  ),
  collapse: v.optional(v.boolean()),
  caption: v.optional(v.string()),
  height: v.optional(v.pipe(v.number(), v.minValue(80), v.maxValue(640))),
});
