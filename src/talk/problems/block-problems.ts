import type { Problem, Span } from '../model/problem.ts';
import { namesHint, nearestHint } from './hints.ts';
import { lineFor, type KeyForm } from './keys/block-hints.ts';

/** Blocks that a project has when its configuration names them, with the package that they come from. */
export const GUEST_BLOCKS: ReadonlyMap<string, string> = new Map(
  ['kernel-timeline', 'maintainers', 'commits'].map((name) => [name, 'rostrum/kernel']),
);

/** Reports a fence that looks like a block with an unknown name. */
export function unknownBlock(
  name: string,
  names: readonly string[],
  span: Span,
  /** The block that the word stands for; undefined for none. */
  meant?: string,
): Problem {
  return {
    code: 'unknown-block',
    severity: 'error',
    message: `No block is called "${name}".`,
    hint:
      guestHint(name) ??
      (meant === undefined ? undefined : `Did you mean the block "${meant}"?`) ??
      nearestHint(name, names, 'Blocks and code languages follow the ``` of a fence'),
    span,
  };
}

function guestHint(name: string): string | undefined {
  const door = GUEST_BLOCKS.get(name);
  if (door === undefined) return undefined;
  const how = `import kernelBlocks from there and write rostrum({ blocks: kernelBlocks }) in vite.config.ts`;
  return `It comes with ${door}: ${how}. With --safe that file is not run.`;
}

/** Reports an unknown key in a block's body. */
export function unknownBlockKey(
  key: string,
  keys: readonly string[],
  block: string,
  span: Span,
  /** The key that the word stands for; undefined for none. */
  meant?: string,
): Problem {
  const all = namesHint(key, keys, 'Its keys');
  return {
    code: 'unknown-block-key',
    severity: 'error',
    message: `A ${block} block has no key "${key}" here.`,
    hint:
      meant === undefined || all.startsWith('Did you mean')
        ? all
        : `Did you mean "${meant}"? ${all}`,
    span,
  };
}

/** Reports a missing key in a block's body. */
export function missingBlockKey(key: string, block: string, span: Span): Problem {
  return {
    code: 'missing-block-key',
    severity: 'error',
    message: `The ${block} needs the key "${key}".`,
    hint: `Add a line "${key}: ..." to its body.`,
    span,
  };
}

/** Reports the missing keys of a block, all at once. */
export function missingBlockKeys(forms: readonly KeyForm[], block: string, span: Span): Problem {
  const names = forms.map(({ key }) => `"${key}"`).join(' and ');
  return {
    code: 'missing-block-key',
    severity: 'error',
    message: `The ${block} block needs the key${forms.length > 1 ? 's' : ''} ${names}.`,
    hint: `Add ${forms.map(lineFor).join(' and ')} to its body.`,
    span,
  };
}

/** Reports a value that its key does not accept. */
export function wrongValue(key: string, expected: string, span: Span, hint?: string): Problem {
  return {
    code: 'wrong-value',
    severity: 'error',
    message: `"${key}" has to be ${expected}.`,
    ...(hint ? { hint } : {}),
    span,
  };
}

/** Reports text after a data block's name. */
export function blockArguments(name: string, words: string, span: Span): Problem {
  const pairs = [...words.matchAll(/([\w-]+)=("[^"]*"|[^\s}]+)/g)];
  const lines = pairs.map(([, key, value]) => `"${key}: ${value?.replaceAll('"', '')}"`);
  return {
    code: 'block-arguments',
    severity: 'error',
    message: `Nothing may follow the name of the block "${name}".`,
    hint:
      lines.length > 0
        ? `Write ${lines.length > 1 ? 'lines' : 'a line'} inside the fence: ${lines.join(', ')}.`
        : 'Its settings are the YAML lines inside the fence.',
    span,
  };
}

/** Reports a block without rows on the talk's date. */
export function nothingToShow(block: string, dataset: string, span: Span): Problem {
  return {
    code: 'nothing-to-show',
    severity: 'error',
    message: `The ${block} finds nothing to show in "${dataset}" on the talk's date.`,
    hint: 'Relax the conditions on its rows, or remove the block.',
    span,
  };
}

/** Reports a block whose content does not fit a slide at a readable size. */
export function tooMuchToShow(
  block: string,
  about: { what: string; hint: string; limit?: string },
  span: Span,
): Problem {
  const { what, limit } = about;
  return {
    code: 'too-much-to-show',
    severity: 'error',
    message: limit
      ? `The ${block} cannot show ${what}: ${limit}.`
      : `The ${block} cannot show ${what} in text that can be read from the last row.`,
    hint: about.hint,
    span,
  };
}

/** Reports a column with other values than the numbers that a block draws. */
export function wrongCell(column: string, dataset: string, found: string, span: Span): Problem {
  return {
    code: 'wrong-cell',
    severity: 'error',
    message: `Column "${column}" of "${dataset}" must contain numbers, but contains ${found}.`,
    hint: `In data/${dataset}.json write numbers without quotes and units; null means an unknown number.`,
    span,
  };
}

/** Reports a dataset without the numbers that a block draws. */
export function noNumbers(dataset: string, span: Span, column?: string): Problem {
  const isNamed = column !== undefined;
  return {
    code: 'no-numbers',
    severity: 'error',
    message: isNamed
      ? `The column "${column}" of "${dataset}" holds no number on the talk's date.`
      : `"${dataset}" has no column of numbers to draw on the talk's date.`,
    hint: isNamed
      ? 'Name another column, or take "count", which counts rows.'
      : 'Name the column with "y", or choose another dataset.',
    span,
  };
}

/** Reports a highlight of something that is not in the chart. */
export function unknownHighlight(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-highlight',
    severity: 'error',
    message: `Nothing in the chart is called "${name}".`,
    hint: nearestHint(name, names, 'Lines, bars and points go by their names'),
    span,
  };
}

/** Reports a slope chart with only one of its two dates. */
export function onlyOneDate(dataset: string, span: Span): Problem {
  return {
    code: 'only-one-date',
    severity: 'error',
    message: `A slope needs two places of "${dataset}", and there is only one on the talk's date.`,
    hint: 'Add the earlier row, or draw a figure instead.',
    span,
  };
}

/** Reports an arrow of a tree that begins or ends at an unknown box. */
export function unknownBox(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-box',
    severity: 'error',
    message: `No box of the tree has the id "${id}".`,
    hint: nearestHint(id, ids, 'Boxes get their ids with "id"'),
    span,
  };
}
