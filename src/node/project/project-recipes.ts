import path from 'node:path';
import type { DatasetRecipe } from '../../talk/data/dataset/recipe.ts';
import { findRecipeFault } from '../../talk/data/dataset/recipe-fault.ts';
import { brokenRecipe, unreadCsv } from '../../talk/problems/problems.ts';
import { findLost } from '../../talk/source/encoding.ts';
import type { Problem, Span } from '../../talk/model/problem.ts';
import { explainImport } from './import-error.ts';
import { importTypeScript, nameBundle, type Imported } from '../typescript.ts';
import { readProjectFile, stampFile, type Listing } from './read-folder.ts';

/** The recipes of a project as last imported. */
export interface RecipeBook {
  /** Recipes by the name of their dataset. */
  recipes: ReadonlyMap<string, DatasetRecipe>;
  /** Why recipes cannot be used, by the name of their dataset. */
  faults: ReadonlyMap<string, string>;
  problems: Problem[];
  /** Names the state of the files it was made of. */
  stamp: string;
  /** Names their code and what it imports from the project; null when some of it could not be bundled. */
  code: string | null;
}

/** A book of no recipes. */
export const NO_RECIPES: RecipeBook = {
  recipes: new Map(),
  faults: new Map(),
  problems: [],
  stamp: '',
  code: '',
};

/** Imports a project's recipes again where one of them changed. */
export async function openRecipes(
  root: string,
  listing: Listing,
  last: RecipeBook,
): Promise<RecipeBook> {
  const { recipes, scripts, unread, datasets } = listing;
  const entries = [...recipes];
  const stamps = scripts.map((file) => `${file} ${stampFile(root, file)}`);
  const tables = [...unread].map(([name, file]) => `${file} ${datasets.get(name)}`);
  const stamp = [...stamps, ...tables].join('\n');
  if (stamp === last.stamp) return last;
  const files = entries.map(([, file]) => path.join(root, file));
  const modules = await importTypeScript(root, files);
  const code = nameBundle(root, files);
  const book = {
    recipes: new Map<string, DatasetRecipe>(),
    faults: new Map<string, string>(),
    problems: scripts.flatMap((file) => findLost(readProjectFile(root, file)?.text ?? '', file)),
    stamp,
    code,
  };
  for (const [name, file] of entries) {
    const module = modules.get(path.join(root, file));
    const recipe = module ? toRecipe(module, root, file) : null;
    if (recipe === null) continue;
    if ('schema' in recipe) {
      book.recipes.set(name, recipe);
      continue;
    }
    book.faults.set(name, recipe.reason);
    book.problems.push(brokenRecipe(recipe.reason, recipe.span));
  }
  book.problems.push(...listUnread(listing, book));
  return book;
}

/** Reports tables that are not read, unless the recipe asks for one. */
function listUnread(
  { unread, datasets }: Listing,
  { recipes }: Pick<RecipeBook, 'recipes'>,
): Problem[] {
  return [...unread].flatMap(([name, file]) => {
    if (recipes.get(name)?.refresh) return [];
    const span = { file, line: 1, column: 1, length: 0 };
    return [unreadCsv(file, datasets.get(name) ?? '', span)];
  });
}

/** Why a recipe cannot be used, and where. */
interface RecipeFault {
  reason: string;
  span: Span;
}

function toRecipe(module: Imported, root: string, file: string): DatasetRecipe | RecipeFault {
  const span = { file, line: 1, column: 1, length: 0 };
  if (!module.ok) {
    const { reason, place } = explainImport(module.error);
    const isHere = place !== null && path.relative(root, place.file) === path.normalize(file);
    const { line, column } = isHere ? place : span;
    return { reason, span: { ...span, line, column, length: 1 } };
  }
  const recipe = module.exports['default'];
  const reason = findRecipeFault(recipe);
  return reason === null ? (recipe as DatasetRecipe) : { reason, span };
}
