import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openKatex } from '../../src/node/katex-package.ts';
import { checkTheme } from '../../src/node/check/check-theme.ts';
import { checkCode } from '../../src/node/code/check-code.ts';
import { openCode, type CodeReader, type Repositories } from '../../src/node/code/code.ts';
import { checkOptions, type CheckedOptions } from '../../src/node/project/rostrum-options.ts';
import { findMisplaced } from '../../src/node/project/lost-talks.ts';
import { openEmoji } from '../../src/node/project/icons.ts';
import { openStamps } from '../../src/node/project/cache/stamps.ts';
import { openFileFaults } from '../../src/node/project/files/file-fault.ts';
import { parsePictureSize } from '../../src/node/project/files/picture-size.ts';
import { BLOCKS } from '../../src/talk/blocks/blocks.ts';
import type { CompileOptions } from '../../src/talk/compile.ts';
import { compileTalk } from '../../src/talk/compile.ts';
import { listCommitPlaces } from '../../src/talk/code/list-places.ts';
import { isTableFile, parseCsvDataset } from '../../src/talk/data/csv/csv-dataset.ts';
import { parseDataset } from '../../src/talk/data/dataset/dataset.ts';
import type { DatasetRecipe } from '../../src/talk/data/dataset/recipe.ts';
import { parseSlideFile } from '../../src/talk/markdown/markdown.ts';
import { createSlideFileCache, type SlideFileCache } from '../../src/talk/markdown/slide-cache.ts';
import type { Block } from '../../src/talk/model/block.ts';
import { brokenRecipe, undrawnDiagram, unreadCsv } from '../../src/talk/problems/problems.ts';
import type { BrokenDataset, Dataset } from '../../src/talk/model/dataset.ts';
import type { FileAnswer } from '../../src/talk/model/code/code.ts';
import type { SlideFile } from '../../src/talk/model/slide-file.ts';
import { formatProblem } from '../../src/talk/source/frame.ts';
import type { DiagramAnswer } from '../../src/talk/model/diagram/diagram-source.ts';
import type { Problem, Span } from '../../src/talk/model/problem.ts';
import { sortProblems } from '../../src/talk/model/problem.ts';
import type { TalkProject } from '../../src/talk/model/project.ts';
import type { Talk } from '../../src/talk/model/talk.ts';
import { createRepository } from './repository.ts';

/** A project as texts by path: slides in `slides/`, data in `data/`, anything else is an asset. */
export type Texts = Record<string, string>;

/** Recipes by the name of their dataset. */
export type Recipes = Record<string, DatasetRecipe>;

/** What was read of slide files before, by path. */
export type Kept = Map<string, SlideFileCache>;

/** A project read from texts, its talks compiled. */
export interface Fixture {
  project: TalkProject;
  talks: Talk[];
  /** Everything that is wrong with it, sorted, each once. */
  problems: Problem[];
  /** The problems as they are printed. */
  printed: string;
}

/** The day on which fixtures are compiled. */
export const TODAY = '2025-01-01';

/** Reads all text files of a folder, by path. */
export function readTexts(folder: string): Texts {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  // Commands that ran there by hand have left a cache.
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('.cache'));
  const texts = files.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file), readFileSync(file, 'utf8')] as const;
  });
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Compiles a folder with `slides/`, `data/` and `assets/`. */
export async function compileFolder(folder: string): Promise<Fixture> {
  const texts = readTexts(folder);
  const { recipes, problems } = await importRecipes(folder, texts);
  const { blocks = [] } =
    texts['blocks.ts'] === undefined
      ? {}
      : await importFile<{ blocks: Block[] }>(folder, 'blocks.ts');
  const checked = await checkConfig(folder, texts);
  using repository = importRepository(texts);
  const code = openTextCode(folder, texts, { ...repository, ...checked });
  const ofOptions = [...(checked?.problems ?? []), ...code.lock().problems];
  const { looks } = checked ?? {};
  const fileFault = openFileFaults(folder, openStamps(folder));
  const options = {
    recipes,
    problems: [...problems, ...ofOptions],
    blocks,
    code,
    looks,
    fileFault,
  };
  const fixture = compileTexts(texts, options);
  const misplaced = findMisplaced(folder, (file) => file.startsWith('slides/library/'));
  const ofTheme = await checkTextTheme(folder, texts, looks);
  const found = [
    ...fixture.problems,
    ...misplaced,
    ...checkTextCode(code, texts, fixture),
    ...ofTheme,
  ];
  const sorted = sortProblems(found);
  return { ...fixture, problems: sorted, printed: print(sorted, texts) };
}

/** Reads code at commits for a project of texts. */
function openTextCode(
  root: string,
  texts: Texts,
  { repositories = {}, env = {} }: { repositories?: Repositories; env?: NodeJS.ProcessEnv },
): CodeReader {
  return openCode({
    root,
    repositories,
    env: { PATH: process.env['PATH'], ...env },
    readText: (file) => texts[file],
    stampOf: (file) => (texts[file] === undefined ? null : 'there'),
  });
}

/** Compares quoted code with its repositories, as the command "check" does. */
function checkTextCode(
  code: CodeReader,
  texts: Texts,
  { project, talks }: Pick<Fixture, 'project' | 'talks'>,
): Problem[] {
  const shown = talks.flatMap(({ slides, asOf: until }) =>
    slides.flatMap((slide) => (slide.code ?? []).map((use) => ({ ...use, until }))),
  );
  const named = project.slidePaths.flatMap((file) => listCommitPlaces(project.slideFile(file)));
  return checkCode(code, { shown, named, readText: (file) => texts[file] });
}

/** Checks the theme that a fixture names, as the command "check --theme" does. */
async function checkTextTheme(
  root: string,
  texts: Texts,
  looks: TalkProject['looks'],
): Promise<Problem[]> {
  const name = texts['theme.txt']?.trim();
  if (name === undefined) return [];
  const configFile = 'vite.config.ts';
  return (await checkTheme(name, { root, configFile, looks })).problems;
}

/** Imports the repository "clock" of a fixture, which is a stream for `git fast-import`. */
function importRepository(texts: Texts): { env: NodeJS.ProcessEnv } & Disposable {
  const stream = texts['repository.txt'];
  if (stream === undefined) return { env: {}, [Symbol.dispose]: () => {} };
  const folder = createRepository(stream);
  return {
    env: { ROSTRUM_REPO_CLOCK: folder },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Checks what `rostrum()` gets in a configuration whose only plugin gives its options back. */
async function checkConfig(root: string, texts: Texts): Promise<CheckedOptions | null> {
  const file = 'vite.config.ts';
  if (texts[file] === undefined) return null;
  const exports = await importFile<{ default: { plugins: [unknown] } }>(root, file);
  const configFile = path.join(root, file);
  return checkOptions(exports.default.plugins[0], { root, configFile });
}

async function importFile<Exports>(folder: string, file: string): Promise<Exports> {
  return (await import(pathToFileURL(path.join(folder, file)).href)) as Exports;
}

/** Compiles a project from its texts; every file in `slides/talks/` is a talk. */
export function compileTexts(
  texts: Texts,
  {
    recipes = {},
    problems = [],
    kept,
    blocks = [],
    code,
    looks,
    fileFault,
    ...options
  }: Partial<CompileOptions> & {
    fileFault?: NonNullable<TalkProject['fileFault']>;
    recipes?: Recipes;
    problems?: Problem[];
    kept?: Kept;
    blocks?: readonly Block[];
    code?: CodeReader;
    looks?: TalkProject['looks'];
  } = {},
): Fixture {
  const { project: bare, problems: found } = openProject(
    texts,
    recipes,
    kept,
    blocks.length > 0 ? [...BLOCKS, ...blocks] : BLOCKS,
  );
  const project = {
    ...bare,
    looks,
    ...(code && { readCommit: code.read }),
    ...(fileFault && { fileFault }),
  };
  const files = project.slidePaths.filter((file) => file.startsWith('slides/talks/'));
  const compiled = files.flatMap((file) => {
    const source = project.slideFile(file);
    return source ? [compileTalk(source, project, { today: TODAY, ...options })] : [];
  });
  const all = [...problems, ...found, ...compiled.flatMap((talk) => talk.problems)];
  const sorted = sortProblems(all);
  const talks = compiled.map(({ value }) => value);
  return { project, talks, problems: sorted, printed: print(sorted, texts) };
}

/** Reads a project from its texts. */
export function openProject(
  texts: Texts,
  recipes: Recipes = {},
  kept: Kept = new Map(),
  blocks: readonly Block[] = BLOCKS,
) {
  const problems: Problem[] = [];
  const slides = new Map<string, SlideFile>();
  const datasets = new Map<string, Dataset>();
  const broken = Object.create(null) as Record<string, BrokenDataset>;
  for (const [file, text] of Object.entries(texts)) {
    if (file.startsWith('slides/')) slides.set(file, parseSlides(file, text, kept, blocks));
    const name = DATA_FILE.exec(file)?.[1];
    if (name === undefined || (isTableFile(file) && !Object.hasOwn(recipes, name))) continue;
    if (isTableFile(file) && texts[`data/${name}.json`] !== undefined) {
      const span = { file, line: 1, column: 1, length: 0 };
      problems.push(unreadCsv(file, `data/${name}.json`, span));
      continue;
    }
    const { value, problems: found } = (isTableFile(file) ? parseCsvDataset : parseDataset)(
      { path: file, text },
      name,
      Object.hasOwn(recipes, name) ? recipes[name] : undefined,
    );
    problems.push(...found);
    if (value) datasets.set(name, value);
    else {
      const problem = found.find(({ severity }) => severity === 'error');
      const span = { file, line: 1, column: 1, length: 1 };
      broken[name] = { name, span, ...(problem && { problem }) };
    }
  }
  const assets = Object.keys(texts).filter((file) => file.startsWith('assets/'));
  const quoted = new Map(Object.entries(texts).map(([file, text]) => [file, { text }]));
  const missing: FileAnswer = { why: 'missing', names: Object.keys(texts) };
  const project: TalkProject = {
    slideFile: (file) => slides.get(file),
    slidePaths: [...slides.keys()],
    dataset: (name) => datasets.get(name),
    datasetNames: [...datasets.keys(), ...Object.keys(broken)].sort(),
    looseFiles: () => Object.keys(texts).filter((file) => LOOSE.test(file)),
    brokenDatasets: broken,
    hasAsset: (file) => assets.includes(file),
    pictureSize: (file) => parsePictureSize(Buffer.from(texts[file] ?? '')),
    assetNames: () => assets,
    readText: (file) => texts[file],
    readCode: (file) => quoted.get(file) ?? missing,
    icons: listTextIcons(texts),
    emoji: openEmoji(),
    readDiagram: readDrawings(texts['drawings.json']),
    blocks,
    typeset: texts['no-katex.txt'] === undefined ? openKatex() : undefined,
  };
  return { project, problems };
}

/** Icons of a project of texts: the drawings in `icons/`; undefined for none. */
function listTextIcons(texts: Texts): TalkProject['icons'] {
  const names = Object.keys(texts).flatMap((file) => ICON_FILE.exec(file)?.[1] ?? []);
  if (names.length === 0) return undefined;
  const find = (name: string) =>
    names.includes(name) ? { title: name.toUpperCase(), path: 'M0 0h24v24H0z' } : undefined;
  return { find, names: () => names };
}

const ICON_FILE = /^icons\/(.+)\.svg$/;
/** Answers each diagram of a language as a fixture says. */
function readDrawings(text = '{}'): NonNullable<TalkProject['readDiagram']> {
  const drawings = JSON.parse(text) as Record<
    string,
    DiagramAnswer & { why?: string; hint?: string }
  >;
  const answers = new Map(
    Object.entries(drawings).map(([language, { why, hint = '', ...answer }]) => {
      const toProblem = (span: Span): Problem => undrawnDiagram(why ?? '', hint, span);
      return [language, why === undefined ? answer : { kind: 'undrawn' as const, toProblem }];
    }),
  );
  return ({ language }) => answers.get(language);
}

const LOOSE = /^(?!data\/[^/]+\.json$).*\.(?:csv|json|JSON|ts|tsv|ya?ml)$/;
const DATA_FILE = /^data\/(.+)\.(?:json|csv)$/;
const RECIPE_FILE = /^data\/(.+)\.ts$/;

function parseSlides(file: string, text: string, kept: Kept, blocks: readonly Block[]): SlideFile {
  const kind = file.startsWith('slides/talks/') ? 'talk' : 'library';
  const blockNames = blocks.map(({ name }) => name);
  const pieces = kept.get(file) ?? createSlideFileCache();
  kept.set(file, pieces);
  return parseSlideFile({ path: file, text }, { kind, blockNames, cache: pieces });
}

async function importRecipes(folder: string, texts: Texts) {
  const recipes: Recipes = {};
  const problems: Problem[] = [];
  for (const file of Object.keys(texts)) {
    const name = RECIPE_FILE.exec(file)?.[1];
    if (name === undefined) continue;
    const module: { default?: DatasetRecipe } = await import(
      pathToFileURL(path.join(folder, file)).href
    );
    const span = { file, line: 1, column: 1, length: 0 };
    if (module.default) recipes[name] = module.default;
    else problems.push(brokenRecipe('it has no default export made by defineDataset()', span));
  }
  return { recipes, problems };
}

function print(problems: readonly Problem[], texts: Texts): string {
  return problems.map((problem) => formatProblem(problem, (file) => texts[file])).join('\n\n');
}
