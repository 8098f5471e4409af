import type { Problem, Span } from '../../model/problem.ts';
import type { FileFault } from '../../model/project.ts';

const SAVE = 'Save it as JPEG, PNG, WebP, AVIF or SVG.';
const NAMESPACE =
  'Open it in a browser, which says what is wrong. Its first element is <svg xmlns="http://www.w3.org/2000/svg" ...>.';

/** What is said of each fault, and what helps. */
const FAULTS: Readonly<Record<FileFault, (path: string) => [string, string]>> = {
  empty: (path) => [`The file "${path}" is empty.`, 'Copy or export it again.'],
  pointer: (path) => [
    `"${path}" is the pointer that Git LFS keeps in place of the file.`,
    'Run "git lfs pull".',
  ],
  cut: (path) => [
    `The file "${path}" is cut off, so a part of it, or all of it, is not shown.`,
    'Copy or export it again.',
  ],
  unreadable: (path) => [
    `"${path}" is no picture that browsers can read.`,
    /\.svg$/i.test(path) ? NAMESPACE : SAVE,
  ],
  unshown: (path) => [
    `Browsers do not show "${path}": it is of another kind than pictures of the web.`,
    SAVE,
  ],
};

/** Reports a picture, film or sound whose file cannot be shown, or not as a whole. */
export function brokenFile(path: string, fault: FileFault, span: Span): Problem {
  const [message, hint] = FAULTS[fault](path);
  const severity = fault === 'cut' ? 'warning' : 'error';
  return { code: 'broken-file', severity, message, hint, span };
}
