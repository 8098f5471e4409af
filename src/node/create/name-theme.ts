import type { ESTree } from 'vite';
import { findCall } from '../project/option-place.ts';

/** Adds a theme to a configuration's call of `rostrum()`; null where that is not written out. */
export async function nameTheme(
  text: string,
  { file, variable, from }: { file: string; variable: string; from: string },
): Promise<string | null> {
  const { parseSync } = await import('vite');
  const { program } = parseSync(file, text);
  const call = findCall(program, /^rostrum$/);
  const place = call && findPlace(call, variable);
  if (!place) return null;
  const imports = program.body.filter(({ type }) => type === 'ImportDeclaration');
  const line = `import ${variable} from '${from}';\n`;
  const at = imports.at(-1)?.end ?? 0;
  const start = at === 0 ? 0 : text.indexOf('\n', at) + 1;
  const changed = text.slice(start, place.at) + place.text + text.slice(place.at);
  return text.slice(0, start) + line + changed;
}

/** Finds where the theme goes among the options, and as what. */
function findPlace(
  { arguments: [options], end }: ESTree.CallExpression,
  variable: string,
): { at: number; text: string } | null {
  if (!options) return { at: end - 1, text: `{ themes: [${variable}] }` };
  if (options.type !== 'ObjectExpression') return null;
  const themes = options.properties.find(
    (one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === 'themes',
  );
  if (themes?.type !== 'Property')
    return { at: options.start + 1, text: ` themes: [${variable}],` };
  const { value } = themes;
  if (value.type !== 'ArrayExpression') return null;
  return { at: value.start + 1, text: value.elements.length > 0 ? `${variable}, ` : variable };
}
