/** What is wrong in a text that is no JSON, and what to do. */
export interface JsonAdvice {
  /** The sentence, without its full stop. */
  what: string;
  hint: string;
  offset: number;
  length: number;
}

/** Explains a text that is of another format as a whole; null for one that is meant as JSON. */
export function explainWhole(text: string, file: string): JsonAdvice | null {
  const start = { offset: Math.max(0, text.search(/\S/)), length: 1 };
  const name = /([^/]+)\.json$/.exec(file)?.[1] ?? 'NAME';
  if (text.trim() === '') {
    const hint = `Write its rows, or remove the file; "npx rostrum new data ${name}" writes one to fill in.`;
    return { what: 'The file is empty', hint, ...start };
  }
  const [first = '', second = ''] = text.trim().split('\n', 2);
  if (first.startsWith('<')) {
    const hint =
      'A page was saved in the place of data: look for a link to the data themselves on it.';
    return { what: 'This is a page (HTML or XML), not JSON', hint, ...start };
  }
  if (/^(?:---|[\w-]+:(?:\s|$)|- )/.test(first)) {
    return {
      what: 'This is YAML, not JSON',
      hint: 'Write strict JSON: braces, double quotes around each key and text, commas between them.',
      ...start,
    };
  }
  const cells = first.split(/[,;\t]/).length;
  if (
    /^["\p{L}]/u.test(first) &&
    cells > 1 &&
    second.split(/[,;\t]/).length === cells &&
    !/[:{]/.test(first)
  ) {
    const hint = `Save it as ${name}.csv, remove this file, and make a dataset of it: "npx rostrum new data ${name} --from ${name}.csv".`;
    return { what: 'This is CSV, not JSON', hint, ...start };
  }
  if (/^\{.*"rows"\s*:.*\}\s*$/.test(first) && second.startsWith('{')) {
    const hint = 'A file holds one dataset: move the other into a file of its own.';
    return { what: 'The file has more than one object', hint, ...start };
  }
  if (/^\{.*\}\s*$/.test(first) && /^\{.*\}\s*$/.test(second)) {
    const hint = 'Put "[" before the first row, "]" behind the last, and a comma between two rows.';
    return { what: 'Each line is a row of its own, and JSON has one list of rows', hint, ...start };
  }
  return null;
}
