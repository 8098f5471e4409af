import type { Problem, Span } from '../../model/problem.ts';

/** Reports a dataset's recipe that cannot be imported or is not one. */
export function brokenRecipe(reason: string, span: Span): Problem {
  return {
    code: 'broken-recipe',
    severity: 'error',
    message: `The recipe could not be used: ${reason}.`,
    hint: hintOfRecipe(reason),
    span,
  };
}

const PACKAGE = /^Cannot find (?:package|module) '([^'.][^']*)'/;
const NAME_OF_V = /^(?:z|zod|Joi|yup)\b/;

function hintOfRecipe(reason: string): string {
  const [, name] = PACKAGE.exec(reason) ?? [];
  if (name === undefined) {
    return 'A recipe is a TypeScript file whose default export is defineDataset({ schema: ... }).';
  }
  const own = NAME_OF_V.test(name)
    ? ' Schemas are made with "v", which "rostrum" exports beside defineDataset.'
    : '';
  return `Install it in the project: "npm install ${name}".${own}`;
}
