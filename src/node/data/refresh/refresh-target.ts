import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DatasetRecipe } from '../../../talk/data/dataset/recipe.ts';
import type { RefreshRecipe } from '../../../talk/data/update/refresh-context.ts';
import { findNearest, plainName } from '../../../talk/text/nearest.ts';
import { UsageError } from '../../errors.ts';
import type { Listing } from '../../project/read-folder.ts';
import type { RecipeBook } from '../../project/project-recipes.ts';
import { hasCode } from '../../system-error.ts';

/** A dataset that can be refreshed. */
export interface Target {
  name: string;
  /** Relative to the project's root. */
  file: string;
  recipe: DatasetRecipe;
  refresh: RefreshRecipe;
  /** The recipe's text: an edited recipe may read the same response differently. */
  recipeText: string;
}

/** Lists the datasets of a project that have a source: those named, or all. */
export function listTargets(
  root: string,
  { datasets, recipes }: Listing,
  {
    book,
    names,
    loaders = new Map(),
  }: { book: RecipeBook; names: readonly string[]; loaders?: Listing['recipes'] },
): Target[] {
  const known = [...new Set([...datasets.keys(), ...recipes.keys(), ...loaders.keys()])].sort();
  for (const name of names) if (!known.includes(name)) throw unknownDataset(name, known);
  const wanted = names.length > 0 ? [...new Set(names)] : known;
  return wanted.flatMap((name) => {
    const recipe = book.recipes.get(name);
    if (recipe?.refresh) {
      const files = [recipes.get(name), loaders.get(name)];
      const recipeText = files.map((one) => (one && readText(path.join(root, one))) ?? '').join('');
      // A table beside a recipe that asks a source is not written.
      const file = `data/${name}.json`;
      return [{ name, file, recipe, refresh: recipe.refresh, recipeText }];
    }
    if (names.length > 0) throw byHand(name, recipes.has(name), recipe !== undefined);
    return [];
  });
}

/** Reads a text; null when the file is missing. */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EISDIR')) return null;
    throw error;
  }
}

/** Names that a hint lists, at most. */
const MAX_NAMES = 12;

function unknownDataset(name: string, known: readonly string[]): UsageError {
  const nearest = findNearest(plainName(name), known);
  return new UsageError(
    `There is no dataset "${name}".`,
    nearest
      ? `Did you mean "${nearest}"?`
      : known.length > 0 && known.length <= MAX_NAMES
        ? `There is ${known.join(', ')}.`
        : '"npx rostrum data status" lists them.',
  );
}

function byHand(name: string, hasFile: boolean, isRead: boolean): UsageError {
  if (hasFile && !isRead) {
    return new UsageError(`The recipe data/${name}.ts is broken.`, '"npx rostrum check" says why.');
  }
  return new UsageError(
    `The dataset "${name}" is kept by hand: its recipe names no source to ask.`,
    'Its recipe gets one by "refresh": an address to ask, and a "parse" that makes rows of the answer.',
  );
}
