import { listAreas, type SlideLayout } from '../../model/look/theme.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { namesHint } from '../hints.ts';

/** Reports an unclosed container. */
export function unclosedContainer(name: string, span: Span): Problem {
  return {
    code: 'unclosed-container',
    severity: 'error',
    message: `The container "${name}" is not closed.`,
    hint: 'Each container ends with a line ":::" of its own, those inside it too.',
    span,
  };
}

/** Reports a container with an unknown name. */
export function unknownContainer(
  name: string,
  names: readonly string[],
  span: Span,
  blocks: readonly string[] = [],
): Problem {
  const fence = `"${name}" is a block: begin it with \`\`\`${name}, and end it with \`\`\`.`;
  return {
    code: 'unknown-container',
    severity: 'error',
    message: `No container is called "${name}".`,
    hint: blocks.includes(name) ? fence : namesHint(name, names, 'Containers'),
    span,
  };
}

/** Reports a line `:::` that closes nothing. */
export function strayContainerEnd(span: Span): Problem {
  return {
    code: 'stray-container-end',
    severity: 'error',
    message: 'No container is open that this line could close.',
    hint: 'Remove it, or open a container above it with ":::" and its name.',
    span,
  };
}

/** Reports a line `::name::` with a name that is no area of the slide's layout. */
export function unknownSlot(
  name: string,
  { layout, layouts }: { layout: string; layouts: readonly SlideLayout[] },
  span: Span,
): Problem {
  const own = layouts.find((one) => one.name === layout);
  const other = layouts.find((one) => listAreas(one).includes(name));
  const begins = other && `It is one of the layout "${other.name}": write "layout: ${other.name}".`;
  return {
    code: 'unknown-slot',
    severity: 'error',
    message:
      own || other
        ? `The layout "${layout}" has no area called "${name}".`
        : `No layout has a place called "${name}".`,
    hint: own
      ? namesHint(name, listAreas(own), 'Its areas')
      : (begins ??
        'The only such line is "::right::", which begins the second column of the layout two-columns.'),
    span,
  };
}

/** Reports a line `::right::` that begins no column. */
export function strayColumn(why: string, span: Span): Problem {
  return {
    code: 'stray-column',
    severity: 'warning',
    message: `This line begins no column: ${why}.`,
    hint: 'A slide has one line "::right::", at the margin. More columns are containers: "::: columns", and in it "::: column" for each.',
    span,
  };
}

/** Reports text in `::: columns` that no column holds. */
export function looseInColumns(span: Span): Problem {
  return {
    code: 'loose-in-columns',
    severity: 'warning',
    message:
      'This stands in "::: columns", but in no column: each part becomes a column of its own.',
    hint: 'Put "::: column" above what each column holds, and a line ":::" below it.',
    span,
  };
}

/** Reports a slide with the layout of two columns and no second one. */
export function missingColumn(span: Span): Problem {
  return {
    code: 'missing-column',
    severity: 'warning',
    message: 'The layout is "two-columns", and nothing begins the second one.',
    hint: 'Write a line "::right::" where it begins, with a blank line above and below.',
    span,
  };
}
