/** A definition as an example. */
export const MACRO_EXAMPLE = '\\R = \\mathbb{R}';

const MACRO = /^\s*(\\[A-Za-z]+)\s*=\s*(\S.*?)\s*$/;
const MAX_LENGTH = 200;

/** Reads the value of the key `macros`, or says what it must be. */
export function readMacros(
  source: string,
): { value: Record<string, string> } | { expected: string } {
  const value = parseMacros(source);
  return value ? { value } : { expected: `below "macros: |" one command a line: ${MACRO_EXAMPLE}` };
}

/** Parses definitions of commands of formulas, one a line: `\R = \mathbb{R}`; null where a line is something else. */
export function parseMacros(source: string): Record<string, string> | null {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  const macros: Record<string, string> = {};
  for (const line of lines) {
    const [whole, name = '', text = ''] = MACRO.exec(line) ?? [];
    if (whole === undefined || line.length > MAX_LENGTH) return null;
    macros[name] = text;
  }
  return macros;
}
