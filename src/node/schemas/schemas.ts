import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { BLOCKS } from '../../talk/blocks/blocks.ts';
import type { Block } from '../../talk/model/block.ts';
import { readDescriptions, type Descriptions } from './descriptions.ts';
import { DATASET_FILE, PROBLEMS } from './files.ts';
import { SLIDE, TALK, toObject } from './front-matter.ts';

/** A JSON Schema, with types for the parts that are read here. */
export interface JsonSchema {
  [key: string]: unknown;
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/** Pages of the documentation whose tables describe keys. */
export interface KeyPages {
  /** docs/writing.md: keys of talks and slides. */
  writing: string;
  /** docs/blocks.md: keys of blocks. */
  blocks: string;
  /** docs/data.md: keys of dataset files. */
  data: string;
}

/** Chapters of keys that several blocks have. */
const SHARED = ['Choosing rows', 'Periods'];

/** Returns all schemas by the names of their files. */
export function listSchemas(
  pages: KeyPages,
  blocks: readonly Block[] = BLOCKS,
): Record<string, JsonSchema> {
  const writing = readDescriptions(pages.writing);
  const ofBlocks = readDescriptions(pages.blocks);
  const ofBlock = (block: Block): [string, JsonSchema] => [
    `block-${block.name}.schema.json`,
    convert(block.schema, {
      title: `Block ${block.name}`,
      description: block.about,
      keys: joinKeys(ofBlocks, [block.name, ...SHARED]),
    }),
  ];
  return {
    'talk.schema.json': convert(toObject(TALK), {
      title: 'Front matter of a talk',
      description: 'The YAML at the top of slides/talks/NAME.md.',
      keys: joinKeys(writing, ['Keys of a talk', 'Formulas']),
    }),
    'slide.schema.json': convert(toObject(SLIDE), {
      title: 'Front matter of a slide',
      description: 'The YAML below a line "---" that begins a slide.',
      keys: joinKeys(writing, ['Keys of a slide', 'Slides']),
    }),
    'dataset.schema.json': describeDataset(
      convert(DATASET_FILE, {
        title: 'Dataset',
        description: 'A file data/NAME.json: rows with their dates and sources.',
        keys: new Map(),
      }),
      readDescriptions(pages.data),
    ),
    'problems.schema.json': convert(PROBLEMS, {
      title: 'Problems',
      description: 'What "rostrum check --format json" writes.',
      keys: new Map(),
    }),
    ...Object.fromEntries(blocks.map(ofBlock)),
  };
}

interface About {
  title: string;
  description: string;
  keys: ReadonlyMap<string, string>;
}

function convert(schema: GenericSchema, { title, description, keys }: About): JsonSchema {
  const json = toJsonSchema(schema, { errorMode: 'ignore' }) as unknown as JsonSchema;
  const { $schema, ...rest } = json;
  return describe({ $schema, title, description, ...rest }, keys);
}

/** Adds the descriptions of keys. */
function describe(schema: JsonSchema, keys: ReadonlyMap<string, string>): JsonSchema {
  if (!schema.properties) return schema;
  const properties = Object.entries(schema.properties).map(([key, value]) => {
    const text = keys.get(key);
    return [key, text === undefined ? value : { ...value, description: text }];
  });
  return { ...schema, properties: Object.fromEntries(properties) as Record<string, JsonSchema> };
}

/** Describes the keys of a dataset file, and those of its sources, rows, editions and live data. */
function describeDataset(schema: JsonSchema, pages: Descriptions): JsonSchema {
  const of = (...headings: string[]): Map<string, string> => joinKeys(pages, headings);
  const row = of('Keys of a row');
  const inner: Record<string, (part: JsonSchema) => JsonSchema> = {
    sources: (part) => describeInside(part, 'additionalProperties', of('Keys of a source')),
    rows: (part) => describeInside(part, 'items', row),
    editions: (part) => describeInside(part, 'items', of('Keys of a row', FILE_KEYS)),
    live: (part) => describe(part, of('Live')),
  };
  const describeFile = (file: JsonSchema): JsonSchema => {
    const { properties = {}, ...rest } = describe(file, of(FILE_KEYS));
    const parts = Object.entries(properties).map(([key, part]) => [
      key,
      inner[key]?.(part) ?? part,
    ]);
    return { ...rest, properties: Object.fromEntries(parts) as Record<string, JsonSchema> };
  };
  const { anyOf: [file = {}, list = {}] = [] } = schema as { anyOf?: JsonSchema[] };
  return { ...schema, anyOf: [describeFile(file), describeInside(list, 'items', row)] };
}

const FILE_KEYS = 'What the keys mean';

function describeInside(
  schema: JsonSchema,
  key: 'items' | 'additionalProperties',
  keys: ReadonlyMap<string, string>,
): JsonSchema {
  return { ...schema, [key]: describe(schema[key] as JsonSchema, keys) };
}

/** Joins the keys below some headings, the first of each key. */
function joinKeys(pages: Descriptions, headings: readonly string[]): Map<string, string> {
  const joined = new Map<string, string>();
  for (const heading of headings) {
    for (const [key, text] of pages.get(heading) ?? []) if (!joined.has(key)) joined.set(key, text);
  }
  return joined;
}
