import * as v from 'valibot';

const DATE = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/,
  ),
);
const ADDRESS = v.pipe(v.string(), v.regex(/^https?:\/\//));

/** A row: its date, source and the like, and columns of any name. */
const ROW = v.looseObject({
  asOf: v.optional(DATE),
  since: v.optional(DATE),
  source: v.optional(v.string()),
  retrieved: v.optional(DATE),
  exact: v.optional(v.boolean()),
  corrected: v.optional(v.unknown()),
  pinned: v.optional(v.string()),
  retired: v.optional(v.strictObject({ on: DATE, why: v.string() })),
});

const SOURCE = v.strictObject({
  name: v.string(),
  url: v.optional(ADDRESS),
  licence: v.optional(v.string()),
  notes: v.optional(v.unknown()),
});

const EDITION = v.strictObject({
  asOf: DATE,
  source: v.optional(v.string()),
  retrieved: v.optional(DATE),
  corrected: v.optional(v.unknown()),
  rows: v.array(ROW),
  notes: v.optional(v.unknown()),
});

const DATASET = v.strictObject({
  // Editors write it into a file to name the schema.
  $schema: v.optional(v.string()),
  title: v.string(),
  unit: v.optional(v.nullable(v.string())),
  key: v.optional(v.nullable(v.string())),
  sources: v.record(v.string(), SOURCE),
  prefer: v.optional(v.array(v.string())),
  rows: v.optional(v.array(ROW)),
  editions: v.optional(v.array(EDITION)),
  live: v.optional(
    v.strictObject({
      interval: v.string(),
      url: v.optional(ADDRESS),
      stream: v.optional(ADDRESS),
    }),
  ),
  notes: v.optional(v.unknown()),
});

/** A file in `data/`: an object with rows or editions, or a bare list of rows. */
export const DATASET_FILE = v.union([DATASET, v.array(ROW)]);

const SPAN = v.strictObject({
  file: v.string(),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  column: v.pipe(v.number(), v.integer(), v.minValue(1)),
  length: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** What `rostrum check --format json` writes. */
export const PROBLEMS = v.array(
  v.strictObject({
    code: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)),
    severity: v.picklist(['error', 'warning']),
    message: v.string(),
    hint: v.optional(v.string()),
    span: v.optional(SPAN),
    via: v.optional(v.array(SPAN)),
    also: v.optional(v.array(SPAN)),
  }),
);
