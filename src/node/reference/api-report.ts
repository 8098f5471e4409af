import { toAnchor, type SamplePlace } from './sample-index.ts';

/** Returns the text of a source file; undefined where there is none. */
export type ReadSource = (file: string) => string | undefined;

/** A door of the package: how it is imported, and the module that exports its names. */
export interface Door {
  name: string;
  file: string;
}

/** The doors of the package. */
export const DOORS: readonly Door[] = [
  { name: 'rostrum', file: 'src/node/api.ts' },
  { name: 'rostrum/browser', file: 'src/browser/api.ts' },
  { name: 'rostrum/kernel', file: 'src/kernel/api.ts' },
];

const NAMES = /export (?:type )?\{([^}]*)\}(?: from '([^']+)')?;/g;
const STAR_AS = /export \* as (\w+) from '([^']+)';/g;
const STAR = /export \* from '([^']+)';/g;
const OWN = /^export (?:default )?(?:async )?(?:function|const|class|interface|type) (\w+)/gm;
const ALIAS = /^(?:type )?(\w+)(?: as (\w+))?$/;

interface Entry {
  name: string;
  /** Its declaration with its comment; the package that it is of where it is not of ours. */
  text: string;
}

/** Lists every exported name of the doors once, with its declaration, for people to read and for a test to compare. */
export function reportApi(
  read: ReadSource,
  doors: readonly Door[] = DOORS,
  samples: ReadonlyMap<string, readonly SamplePlace[]> = new Map(),
): string {
  const seen = new Set<string>();
  return doors
    .flatMap(({ name, file }) => {
      const entries = listEntries(file, read).filter((entry) => !seen.has(entry.name));
      for (const entry of entries) seen.add(entry.name);
      const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const shown = sorted.flatMap((entry) => showEntry(entry, { samples, entries: sorted }));
      return [`## ${name}`, '', ...shown];
    })
    .join('\n');
}

interface Surroundings {
  samples: ReadonlyMap<string, readonly SamplePlace[]>;
  /** All entries of the same door. */
  entries: readonly Entry[];
}

/** Declarations that an entry links to, at most. */
const MAX_USERS = 3;

/** Writes an entry with the sample that shows it; without one, with the declarations that use it. */
function showEntry({ name, text }: Entry, { samples, entries }: Surroundings): string[] {
  const [place] = samples.get(name) ?? [];
  const users = entries.filter((entry) => entry.name !== name && uses(entry.text, name));
  const links = users.slice(0, MAX_USERS).map((user) => linkTo(user.name, entries));
  const lead = place
    ? [`Example: [${place.heading}](${place.page}#${toAnchor(place.heading)}).`, '']
    : links.length > 0
      ? [`Used in ${links.join(', ')}.`, '']
      : [];
  return [`### ${name}`, '', '```ts', text, '```', '', ...lead];
}

/** Links to the heading of a name; of two names that differ in their case, the second has no address of its own. */
function linkTo(name: string, entries: readonly Entry[]): string {
  const first = entries.find((entry) => toAnchor(entry.name) === toAnchor(name))?.name;
  const isDoor = DOORS.some((door) => door.name === name);
  return first === name && !isDoor ? `[${name}](#${toAnchor(name)})` : `\`${name}\``;
}

function uses(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text.replaceAll(ASIDE, ''));
}

/** Returns whether a declaration is a value, and no type. */
export function isValue(text: string): boolean {
  return VALUE.test(text);
}

const ASIDE = /\/\*\*[^]*?\*\/|\/\/.*|'[^'\n]*'/g;
const VALUE = /^export (?:default )?(?:async )?(?:function|const|class)\b|^\/\/ All of/m;

function listEntries(file: string, read: ReadSource): Entry[] {
  const source = read(file) ?? '';
  const stars = [...source.matchAll(STAR)].flatMap(([, from = '']) =>
    listEntries(join(file, from), read),
  );
  const spaces = [...source.matchAll(STAR_AS)].map(([, name = '', from = '']) => ({
    name,
    text: `// All of the package "${from}".`,
  }));
  const named = [...source.matchAll(NAMES)].flatMap(([, list = '', from]) =>
    list.split(',').flatMap((item) => {
      const [, own = '', alias = own] = ALIAS.exec(item.trim()) ?? [];
      return own === ''
        ? []
        : [
            {
              name: alias,
              text: findDeclaration(own, from === undefined ? file : join(file, from), read),
            },
          ];
    }),
  );
  const declared = [...source.matchAll(OWN)].map(([, name = '']) => ({
    name,
    text: findDeclaration(name, file, read),
  }));
  return [...stars, ...spaces, ...named, ...declared];
}

/** Finds the declaration of a name, through modules that pass it on. */
function findDeclaration(name: string, file: string, read: ReadSource): string {
  const source = read(file);
  if (source === undefined) return `// Of the package "${file}".`;
  const start = new RegExp(
    `^export (?:default )?(?:async )?(?:function|const|class|interface|type) ${name}\\b`,
    'm',
  ).exec(source);
  if (start) {
    const text = `${commentAbove(source, start.index)}${cutDeclaration(source.slice(start.index))}`;
    return text.replace(OF_CONSTANT, (all: string, list?: string, map?: string) => {
      const names = listNames(list ?? map ?? '', file, read);
      const union = names.map((each) => `'${each}'`).join(' | ');
      if (union === '') return all;
      return union.length <= MAX_UNION ? ` ${union}` : `\n  | ${union.replaceAll(' | ', '\n  | ')}`;
    });
  }
  const from = findOrigin(name, source);
  return from === undefined ? `// ${name}` : findDeclaration(name, join(file, from), read);
}

/** Letters of a union in one line, at most. */
const MAX_UNION = 70;
/** A type that is made of the values of a list, or of the keys of an object. */
const OF_CONSTANT = / \(typeof (\w+)\)\[number\]| keyof typeof (\w+)/g;

/** Lists the texts of a constant list, or the keys of a constant object. */
function listNames(constant: string, file: string, read: ReadSource): string[] {
  const source = read(file) ?? '';
  const value = new RegExp(`const ${constant}(?:: [^=]+)? = ([[{][^]*?\\n?[\\]}])(?= as const|;)`);
  const [, text] = value.exec(source) ?? [];
  if (text !== undefined) {
    const plain = text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
    const key = text.includes('\n') ? /^ {2}'?([\w-]+)'?:/gm : /[{,]\s*'?([\w-]+)'?:/g;
    const form = text.startsWith('[') ? /'([^']+)'/g : key;
    return [...plain.matchAll(form)].map(([, name = '']) => name);
  }
  const from = findOrigin(constant, source);
  return from === undefined ? [] : listNames(constant, join(file, from), read);
}

/** Returns the module from which a module has a name; undefined for one of its own. */
function findOrigin(name: string, source: string): string | undefined {
  const names = `(?:type )?\\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`;
  const passed = new RegExp(`export ${names}`).exec(source);
  return (passed ?? new RegExp(`import ${names}`).exec(source))?.[1];
}

function commentAbove(source: string, at: number): string {
  const above = source.slice(0, at).replace(/\/\* @__[A-Z_]+__ \*\/\n$/, '');
  return /\/\*\*(?:(?!\*\/)[^])*\*\/\n$/.exec(above)?.[0] ?? '';
}

/** Cuts a declaration before the body of a function or the value of a constant. */
function cutDeclaration(text: string): string {
  if (/^export (?:default )?(?:interface|class)/.test(text))
    return text.slice(0, text.indexOf('\n}') + 2);
  if (text.startsWith('export type'))
    return text.slice(0, text.search(/;\n(?=\n|\/|export|$)/) + 1);
  if (text.startsWith('export const'))
    return `${(/^export const \w+(?:: [^=]+?)?(?= =)/.exec(text)?.[0] ?? '').trim()};`;
  const end = text.search(/ \{\n(?= {2}\S)/);
  const body = text.search(/\): [^;{]*(?:\{[^}]*\}[^{]*)?\{\n/);
  const header = body >= 0 ? text.slice(0, text.indexOf('{\n', body)) : text.slice(0, end);
  return `${header.trim()};`;
}

function join(file: string, from: string): string {
  if (!from.startsWith('.')) return from;
  const parts = file.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
