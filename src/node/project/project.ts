import { BLOCKS } from '../../talk/blocks/blocks.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import { distinctProblems, type Checked, type Problem } from '../../talk/model/problem.ts';
import type { Talk } from '../../talk/model/talk.ts';
import type { SlideDefinition } from '../../talk/where.ts';
import { compileDrawn } from '../diagrams/diagrams.ts';
import { findEngineStamp } from '../typescript.ts';
import { inBatches } from './batches.ts';
import { createCompiler, type Compile, type CompiledTalk } from './compiler.ts';
import { openDatasetIndex, type FindFacts } from './cache/dataset-index.ts';
import { openDefinitions } from './cache/definitions.ts';
import { openKeptTalks, type KeptTalks } from './cache/kept-talks.ts';
import { openStamps, type Stamps } from './cache/stamps.ts';
import { openTalkCache } from './cache/talk-cache.ts';
import { openReadStamps } from './recorded-reads.ts';
import { outlineTalks, type Outlined } from './outlines.ts';
import { createLibrary, type Library } from './library.ts';
import { NO_LOOKS, type ProjectOptions } from './project-options.ts';
import { listProject, type Listing } from './read-folder.ts';
import { NO_RECIPES, openRecipes, type RecipeBook } from './project-recipes.ts';
import { summarizeDatasets, type DatasetSummary } from './index-summary.ts';
import { ownTimezone } from '../../talk/text/timezone.ts';
import { openCalendar, type ProjectCalendar } from './today.ts';

/** A folder of talks: the only state of the program. What it reads is kept by the date and size of its files. */
export class Project {
  readonly root: string;
  /** The day all talks are computed for, and the theme they are shown in; undefined for each talk's own. */
  asOf: IsoDate | undefined;
  theme: string | undefined;
  /** Whether no code of the project runs. */
  readonly isSafe: boolean;
  /** The day it is in a time zone, by default the project's. */
  readonly today: ProjectCalendar;
  /** Its time zone; that of the machine where the configuration names none. */
  readonly timezone: string;
  /** Its files, as they were when a talk was last compiled. */
  readonly library: Library;
  /** The states of its files, and of all that a talk read, by name. */
  readonly stamps: Stamps;
  readonly stampRead: (name: string) => string | null;
  /** Names the engine and the options; null when what is made with them cannot be kept. */
  readonly state: string | null;
  readonly kept: KeptTalks;
  /** Returns what is said of a dataset, whose rows are read only when it changed. */
  readonly facts: FindFacts;
  readonly #definitions: ReturnType<typeof openDefinitions>;
  readonly #compileFile: Compile;
  /** What is wrong with its configuration. */
  readonly ofConfig: readonly Problem[];
  readonly #compiled = new Map<string, CompiledTalk>();
  /** The files as last listed, and the recipes as last imported. */
  listing: Listing;
  book: RecipeBook = NO_RECIPES;
  readonly #openRecipes: typeof openRecipes;

  constructor({ root, blocks = [], code = null, ...more }: ProjectOptions) {
    const { defaults = {}, repositories = {}, engine = findEngineStamp() } = more;
    const { diagrams: commands = {}, looks = NO_LOOKS } = more;
    this.root = root;
    this.asOf = more.asOf;
    const isSafe = (this.isSafe = more.isSafe ?? false);
    this.today = more.today ?? openCalendar(defaults.timezone);
    this.timezone = defaults.timezone ?? ownTimezone();
    this.#openRecipes = more.openRecipes ?? openRecipes;
    this.ofConfig = more.problems ?? [];
    const isKnown = engine !== null && (blocks.length === 0 || code !== null);
    this.stamps = openStamps(root);
    const ofCode = { repositories, commands, isSafe, looks };
    this.library = createLibrary(root, [...BLOCKS, ...blocks], this.stamps, ofCode);
    const { hasMqtt, hasSharp, icons, slideFile } = this.library;
    const all = [engine, code ?? '', defaults, ofCode, hasMqtt, hasSharp, !icons];
    const state = (this.state = isKnown ? JSON.stringify(all) : null);
    this.facts = openDatasetIndex(root, state, this, this.stamps.of);
    this.stampRead = openReadStamps(this.stamps, this.library, this);
    this.kept = openKeptTalks(state === null ? null : openTalkCache(root, state, this.stamps), {
      stampOf: (reads) => this.#stamp(reads),
      isCurrent: this.library.isCurrent,
      book: () => this.book,
    });
    this.#definitions = openDefinitions(root, state, { slideFile, stampOf: this.stamps.of });
    this.#compileFile = createCompiler(this.library, defaults);
    this.listing = listProject(root);
  }

  /** Names of the talks in `slides/talks/`, sorted. */
  get talkNames(): string[] {
    return [...this.listing.talks.keys()];
  }

  /** Lists the slides that stand in files, used or not, by the ids they ask for. */
  slides(): SlideDefinition[] {
    return this.stamps.hold(() => this.#definitions(this.library.slidePaths));
  }

  /** Compiles all talks. */
  async talks(): Promise<Talk[]> {
    return (await this.compileAll()).map(({ value }) => value);
  }

  /** Compiles talks, all of them where none are named; looks at the files once. */
  async compileAll(names?: readonly string[]): Promise<Checked<Talk>[]> {
    await this.#look();
    return inBatches(names ?? this.talkNames, (some) => {
      const compile = (): Checked<Talk>[] =>
        this.stamps.hold(() => some.flatMap((name) => this.#compileNow(name, undefined) ?? []));
      return compileDrawn(compile, this.library.diagrams);
    });
  }

  /** Sums up all datasets for the index. */
  async datasets(): Promise<DatasetSummary[]> {
    await this.#look();
    return summarizeDatasets(this.listing.datasets, this.facts);
  }

  /** Compiles a talk, or returns the last result while nothing it rests on changed; for a day of its own each time. */
  async compile(name: string, day?: IsoDate): Promise<Checked<Talk> | undefined> {
    await this.#look();
    const compile = () => this.stamps.hold(() => this.#compileNow(name, day));
    return compileDrawn(compile, this.library.diagrams);
  }

  #compileNow(name: string, day: IsoDate | undefined): Checked<Talk> | undefined {
    const path = this.listing.talks.get(name);
    if (path === undefined) return void this.#compiled.delete(name);
    if (day !== undefined) return this.#compileFor(day, path)?.checked;
    const last = this.#compiled.get(name);
    if (last && last.stamp === this.#stamp(last.reads)) return last.checked;
    const key = `${path} ${this.asOf}`;
    const kept = last ? undefined : this.kept.find(key);
    const compiled = kept ?? this.#compileFor(this.asOf, path);
    if (compiled && !kept) this.kept.keep(key, compiled);
    if (compiled) this.#compiled.set(name, compiled);
    return compiled?.checked;
  }

  /** Renders the slides of a talk that was kept from an earlier start, so that an edit finds all but one of them rendered. */
  warmUp(name: string): void {
    const last = this.#compiled.get(name);
    const path = this.listing.talks.get(name);
    if (!last?.isCached || path === undefined) return;
    last.isCached = false;
    this.#compileFor(this.asOf, path);
  }

  /** Collects everything that is wrong in talks (all of them by default), datasets and recipes, each problem once. */
  async problems(outlined?: readonly Outlined[]): Promise<Problem[]> {
    const talks = outlined ?? (await outlineTalks(this));
    return distinctProblems([...talks.flatMap(({ problems }) => problems), ...this.dataProblems()]);
  }

  /** The problems of each talk compiled so far, without checking again. */
  knownProblems(): Map<string, readonly Problem[]> {
    return new Map([...this.#compiled].map(([name, { checked }]) => [name, checked.problems]));
  }

  /** Returns the files that a talk was compiled from, found or not; none before it is compiled. */
  readsOf = (name: string): ReadonlySet<string> => this.#compiled.get(name)?.reads ?? new Set();

  /** Returns whether nothing that a talk was compiled from has changed since. */
  isSettled = (name: string): boolean =>
    this.#compiled.get(name)?.stamp === this.#stamp(this.readsOf(name));

  /** Collects the problems of a talk, and of the datasets and recipes that it uses. */
  async problemsOf(name: string): Promise<Problem[]> {
    const checked = await this.compile(name);
    const reads = this.readsOf(name);
    const ofData = this.dataProblems().filter(({ span }) => span && reads.has(span.file));
    return distinctProblems([...this.ofConfig, ...(checked?.problems ?? []), ...ofData]);
  }

  /** Collects the problems of datasets, recipes, the configuration and the lock. */
  dataProblems(): Problem[] {
    const { checkDataset, code } = this.library;
    const names = [...this.listing.datasets.keys()];
    const problems = names.flatMap((name) => checkDataset(name)?.problems ?? []);
    return [...this.ofConfig, ...this.book.problems, ...problems, ...code.lock().problems];
  }

  /** A file's text, for the frame of a problem; undefined when it is gone. */
  readText = (file: string): string | undefined => this.library.readText(file);

  /** Lists the files again, and imports changed recipes. */
  async #look(): Promise<void> {
    this.listing = listProject(this.root);
    this.book = await this.#openRecipes(this.root, this.listing, this.book);
    this.library.update(this.listing, this.book);
  }

  #compileFor(day: IsoDate | undefined, path: string): CompiledTalk | undefined {
    const compiled = this.#compileFile(path, this.today, { asOf: day, theme: this.theme });
    return compiled && { ...compiled, stamp: this.#stamp(compiled.reads) };
  }

  #stamp(reads: ReadonlySet<string>): string {
    const shown = [this.asOf, this.theme, this.today(), this.book.stamp];
    return [...shown, ...[...reads].map(this.stampRead)].join(' ');
  }
}
