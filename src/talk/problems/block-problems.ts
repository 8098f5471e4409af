import type { Problem, Span } from '../model/problem.ts';
import { namesHint, nearestHint } from './hints.ts';

/** A fence looks like a block, and no block has that name. */
export function unknownBlock(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-block',
    severity: 'error',
    message: `No block is called "${name}".`,
    hint: nearestHint(name, names, 'Blocks and code languages follow the ``` of a fence'),
    span,
  };
}

/** A block's body has a key that the block does not know. */
export function unknownBlockKey(
  key: string,
  keys: readonly string[],
  block: string,
  span: Span,
): Problem {
  return {
    code: 'unknown-block-key',
    severity: 'error',
    message: `A ${block} block has no key "${key}" here.`,
    hint: namesHint(key, keys, 'Its keys'),
    span,
  };
}

/** A block's body leaves out a key that the block needs. */
export function missingBlockKey(key: string, block: string, span: Span): Problem {
  return {
    code: 'missing-block-key',
    severity: 'error',
    message: `The ${block} block needs the key "${key}".`,
    hint: `Add a line "${key}: ..." to its body.`,
    span,
  };
}

/** A value is not what its key takes. */
export function wrongValue(key: string, expected: string, span: Span, hint?: string): Problem {
  return {
    code: 'wrong-value',
    severity: 'error',
    message: `"${key}" has to be ${expected}.`,
    ...(hint ? { hint } : {}),
    span,
  };
}

/** A data block says something after its name. */
export function blockArguments(name: string, span: Span): Problem {
  return {
    code: 'block-arguments',
    severity: 'error',
    message: `Nothing can stand after the name of the block "${name}".`,
    hint: 'Its settings are the YAML lines inside of the fence.',
    span,
  };
}

/** A block has no rows to show on the talk's date. */
export function nothingToShow(block: string, dataset: string, span: Span): Problem {
  return {
    code: 'nothing-to-show',
    severity: 'error',
    message: `The ${block} finds nothing to show in "${dataset}" on the talk's date.`,
    hint: 'Loosen what chooses its rows, or take the block off the slide.',
    span,
  };
}

/** What a block holds is more than a slide has room for at a readable size. */
export function tooMuchToShow(
  block: string,
  about: { what: string; hint: string },
  span: Span,
): Problem {
  return {
    code: 'too-much-to-show',
    severity: 'error',
    message: `The ${block} cannot show ${about.what} in text that can be read from the last row.`,
    hint: about.hint,
    span,
  };
}

/** Rows name signs of Simple Icons, which is not installed. */
export function missingIcons(span: Span): Problem {
  return {
    code: 'missing-icons',
    severity: 'warning',
    message: 'The wall of logos shows names without signs, because Simple Icons is not installed.',
    hint: 'Install it with "npm i -D simple-icons", then start Rostrum again.',
    span,
  };
}

/** A block draws a column that holds something else than numbers. */
export function wrongCell(column: string, dataset: string, found: string, span: Span): Problem {
  return {
    code: 'wrong-cell',
    severity: 'error',
    message: `Column "${column}" of "${dataset}" has to hold numbers, and holds ${found}.`,
    hint: 'Write numbers without quotes and units; null stands for a number that is not known.',
    span,
  };
}

/** A block draws numbers, and its dataset has none. */
export function noNumbers(dataset: string, span: Span): Problem {
  return {
    code: 'no-numbers',
    severity: 'error',
    message: `"${dataset}" has no column of numbers to draw on the talk's date.`,
    hint: 'Name the column with "y", or choose another dataset.',
    span,
  };
}

/** A chart accents something that is not in it. */
export function unknownHighlight(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-highlight',
    severity: 'error',
    message: `Nothing in the chart is called "${name}".`,
    hint: nearestHint(name, names, 'Lines, bars and points go by their names'),
    span,
  };
}

/** A chart of then and now has only one of the two. */
export function onlyOneDate(dataset: string, span: Span): Problem {
  return {
    code: 'only-one-date',
    severity: 'error',
    message: `A slope needs two places of "${dataset}", and there is only one on the talk's date.`,
    hint: 'Add the earlier row, or draw a figure instead.',
    span,
  };
}

/** An arrow of a tree begins or ends at a box that does not exist. */
export function unknownBox(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-box',
    severity: 'error',
    message: `No box of the tree has the id "${id}".`,
    hint: nearestHint(id, ids, 'Boxes get their ids with "id"'),
    span,
  };
}
