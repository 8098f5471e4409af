import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BLOCKS } from '../../talk/blocks/blocks.ts';
import { findLanguage } from '../../talk/render/highlight/highlight.ts';
import type { Block } from '../../talk/model/block.ts';
import { badOption, unknownOption } from '../../talk/problems/problems.ts';
import type { TalkDefaults } from '../../talk/model/slide-file.ts';
import type { Problem, Span } from '../../talk/model/problem.ts';
import { nameClosedCode } from '../typescript.ts';
import { resolveBlockFiles, type BlockFolders } from './block-files.ts';
import type { Repositories } from '../code/code.ts';
import { readDefaults, readEvents } from './defaults.ts';
import { readLooks } from './looks/read-looks.ts';
import type { OwnLooks } from '../../talk/model/look/theme.ts';
import type { DiagramCommands } from '../diagrams/diagrams.ts';
import { readLoaders, type Loader } from './options/loader-options.ts';
import { readDiagramCommands } from './options/diagram-options.ts';
import { readRepositories } from './options/repository-options.ts';
import { standIn } from './options/unusable-block.ts';
import { locateOption, type OptionFault } from './option-place.ts';
import { isRecord } from '../../talk/text/value/record.ts';

/** The valid options of `rostrum()`, and the problems of the others. */
export interface CheckedOptions {
  blocks: Block[];
  /** Themes and layouts of the project's own. */
  looks: OwnLooks;
  /** Whether pages of other origins may frame those of the dev server. */
  isEmbeddable: boolean;
  /** Defaults of the talks' front matter. */
  defaults: TalkDefaults;
  /** Repositories that slides take code from. */
  repositories: Repositories;
  /** Programs that draw diagrams. */
  diagrams: DiagramCommands;
  /** Programs in `data/` that print rows. */
  loaders: Loader[];
  problems: Problem[];
  /** Names the state of the blocks' code, for a cache; empty without blocks, null where it is not known. */
  code: string | null;
}

const OPTIONS = 'blocks defaults diagrams embed events layouts loaders repositories themes'.split(
  ' ',
);
const NAME = /^[a-z][a-z0-9-]*$/;

/** Where options come from. */
interface OptionSource {
  root: string;
  configFile: string | undefined;
  /** What the configuration file may have chosen the options by; defaults to nothing. */
  mode?: string;
}

/** Checks the options of `rostrum()`; places their problems in the configuration file. */
export async function checkOptions(
  options: unknown,
  { root, configFile, mode = '' }: OptionSource,
): Promise<CheckedOptions> {
  const faults: OptionFault[] = [];
  const folder = configFile === undefined ? root : path.dirname(configFile);
  const blocks = readOptions(options, { root, folder }, faults);
  const isEmbeddable = isRecord(options) && options['embed'] === true;
  const given = isRecord(options) ? options : {};
  const looks = readLooks(given, { root, folder }, faults);
  const themes = looks.themes.map(({ name }) => name);
  const defaults = {
    ...readDefaults(given['defaults'], { root, themes, faults }),
    ...readEvents(given['events'], { root, themes, faults }),
  };
  const repositories = readRepositories(
    isRecord(options) ? options['repositories'] : undefined,
    faults,
  );
  const names = new Set([...BLOCKS, ...blocks].map(({ name }) => name));
  const diagrams = readDiagramCommands(
    isRecord(options) ? options['diagrams'] : undefined,
    names,
    faults,
  );
  const loaders = readLoaders(isRecord(options) ? options['loaders'] : undefined, root, faults);
  const code = await nameBlocks(blocks, { root, configFile, mode });
  const checked = { blocks, looks, isEmbeddable, defaults, repositories, diagrams, loaders, code };
  if (faults.length === 0) return { ...checked, problems: [] };
  const file = configFile ?? path.join(root, 'vite.config.ts');
  const text = configFile === undefined ? '' : readFileSync(configFile, 'utf8');
  const name = path.relative(root, file).replaceAll('\\', '/');
  const problems = faults.map(async ({ path: at, toProblem }) =>
    toProblem({ file: name, ...(await locateOption(text, file, { path: at, root })) }),
  );
  const found = await Promise.all(problems);
  const unusable = found.flatMap((why, at) => {
    const name = faults[at]?.block;
    return name === undefined || names.has(name) ? [] : [standIn(name, why)];
  });
  return { ...checked, blocks: [...blocks, ...unusable], problems: found };
}

/** Names the state of blocks: those that can be used, and the code that the configuration has them from. */
async function nameBlocks(
  blocks: readonly Block[],
  { root, configFile, mode }: Required<OptionSource>,
): Promise<string | null> {
  if (blocks.length === 0) return '';
  if (configFile === undefined) return null;
  const code = await nameClosedCode(root, configFile);
  return code && [mode, code, ...blocks.map(({ name }) => name)].join(' ');
}

function readOptions(options: unknown, folders: BlockFolders, faults: OptionFault[]): Block[] {
  if (!isRecord(options)) {
    const what = 'rostrum() takes an object, such as { blocks: [mine] }';
    faults.push({ path: [], toProblem: (span) => badOption(what, span) });
    return [];
  }
  for (const key of Object.keys(options)) {
    if (OPTIONS.includes(key)) continue;
    faults.push({ path: [key], toProblem: (span) => unknownOption(key, OPTIONS, span) });
  }
  const { blocks, embed } = options;
  if (embed !== undefined && typeof embed !== 'boolean') {
    const what = '"embed" has to be true or false';
    faults.push({ path: ['embed'], toProblem: (span) => badOption(what, span) });
  }
  if (blocks === undefined) return [];
  if (Array.isArray(blocks)) return readBlocks(blocks, folders, faults);
  const what = '"blocks" has to be a list of blocks';
  faults.push({ path: ['blocks'], toProblem: (span) => badOption(what, span) });
  return [];
}

function readBlocks(
  blocks: readonly unknown[],
  folders: BlockFolders,
  faults: OptionFault[],
): Block[] {
  const taken = new Set(BLOCKS.map(({ name }) => name));
  return blocks.flatMap((block, index) => {
    const found =
      findBlockFault(block, taken) ?? resolveBlockFiles(block as unknown as Block, folders);
    if (typeof found !== 'string') return [found];
    const hint = nameHint(block, found);
    const toProblem = (span: Span): Problem => badOption(`"blocks[${index}]" ${found}`, span, hint);
    const name = isRecord(block) ? block['name'] : undefined;
    const own = typeof name === 'string' && NAME.test(name) ? { block: name } : {};
    faults.push({ path: ['blocks', index], ...own, toProblem });
    return [];
  });
}

/** Reports what is wrong with a block; for a valid one returns null and reserves its name. */
function findBlockFault(block: unknown, taken: Set<string>): string | null {
  if (!isRecord(block)) return 'is no block';
  const { name, schema, compile } = block;
  if (typeof name !== 'string' || !NAME.test(name)) {
    return 'needs a "name" of small letters, digits and "-"';
  }
  if (taken.has(name)) return `is called "${name}", and ${TAKEN}`;
  if (findLanguage(name) !== undefined) return `is called "${name}", ${OF_LANGUAGE}`;
  if (!isRecord(schema) || !('~standard' in schema)) return `("${name}") needs a valibot "schema"`;
  if (typeof compile !== 'function') return `("${name}") needs a function "compile"`;
  taken.add(name);
  return null;
}

const TAKEN = 'there is a block of that name';
const OF_LANGUAGE = 'which is a language of code: a fence with it would no longer show code';

/** Returns what to do about a name that is taken; undefined for another fault. */
function nameHint(block: unknown, fault: string): string | undefined {
  const isTaken = fault.includes(TAKEN) || fault.includes(OF_LANGUAGE);
  if (!isTaken || !isRecord(block)) return undefined;
  const own = String(block['name']);
  const name = own.startsWith('my-') || own === 'mine' ? `${own}-2` : `my-${own}`;
  return `Give it a name of its own, such as "${name}", and begin its fences with it: \`\`\`${name}.`;
}
