import { listAssets, listProject } from '../../project/read-folder.ts';
import type { Terminal } from '../../terminal.ts';
import { COMPILED_STYLE } from '../../pages/decode-styles.ts';
import { findConfigFile } from './vite-config.ts';

/** Reports which code of a project did not run, and the effect; prints nothing when there is none. */
export function noteSafe(root: string, terminal: Terminal | undefined): void {
  const config = findConfigFile(root);
  const hasRecipes = listProject(root).recipes.size > 0;
  const styles = listAssets(root).filter((file) => COMPILED_STYLE.test(file));
  const lines = [
    ...(hasRecipes
      ? ['Recipes in data/ did not run, so rows are not checked against their schemas.']
      : []),
    ...(config === null
      ? []
      : [`${config} did not run, so blocks of the project's own are not known.`]),
    ...styles.map((file) => `${file} is left out, since code of the project would compile it.`),
  ];
  for (const line of lines) terminal?.note(line);
}
