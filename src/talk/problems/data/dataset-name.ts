import { findNearest } from '../../text/nearest.ts';
import { nearestHint } from '../hints.ts';

/** A name that was taken for that of a dataset, and what the project has. */
export interface WantedDataset {
  name: string;
  names: readonly string[];
  /** Paths of files that may be meant: of data in other formats, of recipes, of JSON elsewhere. */
  files?: readonly string[];
}

const ADDRESS = /^(?:https?:)?\/\//i;
const FOLDER = /^.*[\\/]/;
const ENDING =
  /\.(?:json[5cl]?|csv|tsv|txt|ya?ml|xlsx|xls|ods|toml|[cm]?[jt]s|parquet|sqlite|db)$/i;
/** Files whose rows `rostrum new data` takes over. */
const TABLE = /\.(?:csv|tsv|txt)$/i;
const RECIPE = /^data\/[^/]+\.ts$/;
const WHERE = 'Datasets are the files in data/';

/** Returns what to write in the place of the name of a dataset that does not exist. */
export function hintOfDataset({ name, names, files = [] }: WantedDataset): string {
  if (ADDRESS.test(name)) {
    return 'A dataset is a file of the project. Save the rows in data/NAME.json; a recipe, data/NAME.ts, fetches new ones.';
  }
  const plain = nameOf(name);
  const twice = names.find((one) => one !== plain && nameOf(one) === plain);
  if (twice !== undefined) return `data/${twice}.json has two endings: call it data/${plain}.json.`;
  const same = names.find((one) => fold(one) === fold(plain));
  if (same !== undefined)
    return `Write "${same}": a dataset is named as its file, without folder and ending.`;
  const file = findFile(plain, files);
  if (file !== undefined) return hintOfFile(file, plain);
  const nearest = findNearest(plain, names);
  if (nearest !== undefined) return `Did you mean "${nearest}"? ${WHERE}.`;
  if (names.length === 0) return `The project has no dataset. ${newData(plain)}`;
  return `${nearestHint(plain, names, WHERE)} ${newData(plain)}`;
}

/** Returns the ending of a file of data that follows the name of a dataset in a value; null for none. */
export function findDataEnding(word: string): string | null {
  return ENDING.test(`.${word}`) ? word : null;
}

function newData(plain: string): string {
  const name = NAME.test(plain) ? plain : 'NAME';
  return `"npx rostrum new data ${name}" writes a new one.`;
}

const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u;

/** Returns the name without folder and endings, of which systems that hide them make two. */
function nameOf(file: string): string {
  return file.replace(FOLDER, '').replace(ENDING, '').replace(ENDING, '');
}

/** The name without what is easily written differently. */
function fold(name: string): string {
  return name.replace(/[\s_-]/g, '').toLowerCase();
}

function findFile(plain: string, files: readonly string[]): string | undefined {
  const wanted = fold(plain);
  const found = files.filter((file) => fold(nameOf(file)) === wanted && ENDING.test(file));
  return found.find((file) => file.startsWith('data/')) ?? found[0];
}

function hintOfFile(file: string, plain: string): string {
  const name = NAME.test(plain) ? plain : 'NAME';
  if (TABLE.test(file)) {
    return `${file} is no dataset yet: "npx rostrum new data ${name} --from ${file}" makes one of it.`;
  }
  if (RECIPE.test(file)) {
    return `${file} is its recipe; the rows are missing. "npx rostrum data refresh ${name}" writes data/${name}.json, where the recipe has "refresh".`;
  }
  if (/\.json$/i.test(file))
    return `Datasets are the files data/NAME.json: move ${file} to data/${name}.json.`;
  return `${file} is no dataset: save its rows as CSV, then "npx rostrum new data ${name} --from ${name}.csv".`;
}
