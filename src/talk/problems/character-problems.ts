import type { Problem, Span } from '../model/problem.ts';

/** Reports a file that is not valid UTF-8 or has invalid characters. */
export function lostCharacter(span: Span): Problem {
  return {
    code: 'lost-character',
    severity: 'warning',
    message: 'A character here could not be read.',
    hint: 'Save the file as UTF-8; in other encodings letters are lost.',
    span,
  };
}

/** Reports a control character, such as a terminal colour code. */
export function controlCharacter(code: number, symbol: string, span: Span): Problem {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    code: 'control-character',
    severity: 'warning',
    message: `The control character ${name} is shown as the symbol "${symbol}".`,
    hint: 'Remove it and similar characters after it; text copied from a terminal contains them as colour codes.',
    span,
  };
}
