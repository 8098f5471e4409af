import * as v from 'valibot';
import type { DatasetRecipe } from '../../../talk/data/dataset/recipe.ts';
import type { RefreshRecipe } from '../../../talk/data/update/refresh-context.ts';
import { brokenRecipe } from '../../../talk/problems/problems.ts';
import { openRecipes, type RecipeBook } from '../project-recipes.ts';
import type { Loader } from './loader-options.ts';

/** Returns a function that opens the recipes of a project, with those of its loaders. */
export function openWithLoaders(loaders: readonly Loader[]): typeof openRecipes {
  const made = new WeakSet<RecipeBook>();
  return async (root, listing, last) => {
    const book = await openRecipes(root, listing, last);
    // A book that has not changed has them already.
    if (loaders.length === 0 || made.has(book)) return book;
    const added = addLoaders(book, loaders);
    made.add(added);
    return added;
  };
}

function addLoaders(book: RecipeBook, loaders: readonly Loader[]): RecipeBook {
  const recipes = new Map(book.recipes);
  const faults = new Map(book.faults);
  const problems = [...book.problems];
  for (const loader of loaders) {
    const { name, file } = loader;
    const recipe: DatasetRecipe = recipes.get(name) ?? { schema: v.looseObject({}) };
    if (book.faults.has(name)) continue;
    if (recipe.refresh) {
      const reason = `it asks a source, and so does the loader ${file}`;
      const span = { file: `data/${name}.ts`, line: 1, column: 1, length: 0 };
      problems.push(brokenRecipe(reason, span));
      recipes.delete(name);
      faults.set(name, reason);
      continue;
    }
    recipes.set(name, { ...recipe, refresh: toRefresh(loader, recipe) });
  }
  return { ...book, recipes, faults, problems };
}

function toRefresh({ name, file, request }: Loader, { source }: DatasetRecipe): RefreshRecipe {
  const times = { minInterval: '1min', updatePeriod: '1d', staleAfter: '30d' } as const;
  return { id: name, source: source ?? { name: file }, ...times, ask: request };
}
