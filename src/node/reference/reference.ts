import { BLOCKS } from '../../talk/blocks/blocks.ts';
import { listSchemas, type JsonSchema, type KeyPages } from '../schemas/schemas.ts';
export * from './gallery-page.ts';
import { commandPage } from './command-page.ts';
import type { ProblemExample } from './problem-examples.ts';
import { valuesPage } from './values-page.ts';
import { problemPages } from './problem-pages.ts';

/** What pages of the reference are made of. */
export interface ReferenceSources extends KeyPages {
  /** docs/problems.md. */
  problems: string;
  /** The stylesheet with the variables of themes. */
  tokens: string;
  /** The fixture of a problem, wrong and right. */
  exampleOf(code: string): ProblemExample;
}

/** Returns the pages of the reference, by path within the site. */
export async function listPages(sources: ReferenceSources): Promise<Record<string, string>> {
  const schemas = listSchemas(sources);
  return {
    'reference/front-matter.md': frontMatterPage(schemas),
    'reference/blocks.md': blocksPage(schemas),
    'reference/values.md': valuesPage(),
    'reference/data-files.md': dataFilesPage(schemas),
    'reference/command-line.md': await commandPage(),
    'reference/theme-variables.md': themePage(sources.tokens),
    ...problemPages(sources),
  };
}

function frontMatterPage(schemas: Record<string, JsonSchema>): string {
  const parts = [
    ['Keys of a talk', 'talk'],
    ['Keys of a slide', 'slide'],
  ].flatMap(([title, name]) => [
    `## ${title}`,
    '',
    ...keyTable(schemas[`${name}.schema.json`]),
    '',
  ]);
  return [
    '# Front matter',
    '',
    'Front matter is YAML between two lines `---`. That of a talk is at the top of its file, that of a slide below the line that begins it. [Writing talks](../writing.md) explains the keys.',
    '',
    ...parts,
  ].join('\n');
}

function blocksPage(schemas: Record<string, JsonSchema>): string {
  const parts = BLOCKS.toSorted((a, b) => a.name.localeCompare(b.name)).flatMap(
    ({ name, about }) => [
      `## ${name}`,
      '',
      `${about} [More](../blocks.md#${name}).`,
      '',
      ...keyTable(schemas[`block-${name}.schema.json`]),
      '',
    ],
  );
  return ['# Blocks and their keys', '', ...parts].join('\n');
}

function dataFilesPage(schemas: Record<string, JsonSchema>): string {
  const { anyOf: [file = {}] = [] } = (schemas['dataset.schema.json'] ?? {}) as {
    anyOf?: JsonSchema[];
  };
  const { rows, editions, sources, live } = file.properties ?? {};
  const inner: [string, unknown][] = [
    ['A source', sources?.['additionalProperties']],
    ['A row', rows?.['items']],
    ['An edition', editions?.['items']],
    ['live', live],
  ];
  return [
    '# Data files',
    '',
    'A dataset is a file `data/NAME.json`: an object with these keys. A bare list of rows is read too, and has no sources. [Your data](../data.md) explains it.',
    '',
    '## Keys of a file',
    '',
    ...keyTable(file),
    '',
    ...inner.flatMap(([title, schema]) => [
      `## ${title}`,
      '',
      ...keyTable(schema as JsonSchema),
      '',
    ]),
    'A row has columns of any name beside these.',
    '',
  ].join('\n');
}

/** Returns the rows of a table of keys. */
function keyTable({ properties = {}, required = [] }: JsonSchema = {}): string[] {
  const rows = Object.entries(properties).map(([key, schema]) => {
    const needed = required.includes(key) ? ' (needed)' : '';
    const about = escapeCell(schema.description ?? '').replace(/[;,] needed(?=\.?$)/, '');
    const names = schema['enum'] as unknown[] | undefined;
    const areSaid = names?.every((name) => about.includes(`\`${String(name)}\``));
    const takes = areSaid ? 'one of these' : describeType(schema);
    return `| \`${key}\` | ${about} | ${takes}${needed} |`;
  });
  return ['| key | is | takes |', '| --- | --- | --- |', ...rows];
}

/** Describes the values that a schema takes, in a cell. */
export function describeType(schema: JsonSchema): string {
  const {
    type,
    enum: names,
    const: only,
    anyOf,
    items,
  } = schema as {
    type?: string;
    enum?: unknown[];
    const?: unknown;
    anyOf?: JsonSchema[];
    items?: JsonSchema;
  };
  if (names) return names.map((name) => `\`${String(name)}\``).join(', ');
  if (only !== undefined) return `\`${String(only)}\``;
  if (anyOf) return [...new Set(anyOf.map(describeType))].join(' or ');
  if (type === 'array') return items ? `a list of ${describeType(items)}` : 'a list';
  return TYPES[type ?? ''] ?? 'any value';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: '`true` or `false`',
  object: 'lines `key: value`',
  null: 'nothing',
};

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;');
}

/** Lists the variables of a stylesheet, by the comments that they are below. */
function themePage(css: string): string {
  const rows: string[] = [];
  for (const [, comment, name, value] of css.matchAll(VARIABLE)) {
    if (comment !== undefined)
      rows.push('', `## ${toHeading(comment)}`, '', '| variable | default |', '| --- | --- |');
    else if (name !== undefined)
      rows.push(
        `| \`${name}\` | \`${(value ?? '').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\` |`,
      );
  }
  const first = rows.findIndex(
    (row, at) => row.startsWith('##') && rows[at + 4]?.startsWith('| `'),
  );
  return [
    '# Variables of themes',
    '',
    'A theme or a stylesheet of your own overrides these; [Themes](../theming.md) says how.',
    '',
    ...rows.slice(Math.max(0, first)),
    '',
  ].join('\n');
}

const VARIABLE = /\/\*\s*([^]*?)\s*\*\/|^\s*(--[\w-]+):\s*([^;]+);/gm;

function toHeading(comment: string): string {
  const [first = ''] = comment.replaceAll(/\s*\*?\s*\n\s*\*?\s*/g, ' ').split(/(?<=\.)\s/);
  return first.replace(/\.$/, '').replaceAll('<', '&lt;');
}
