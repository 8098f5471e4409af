import { readFileSync } from 'node:fs';
import { locateFloorFile } from '../engine.ts';

const TOKENS = 'browser/styles/tokens.css';
const VARIABLE = /^\s*--[\w-]+:[^;]+;$/;
const HEADING = /^\s*\/\*[^]*\*\/$/;
const RULE_START = /\{$/;

/** Writes a stylesheet of a project's own look: some colours to begin with, and every other variable as a comment. */
export function draftTheme(name: string): string {
  const tokens = readFileSync(locateFloorFile(TOKENS), 'utf8');
  const [, sizes = '', light = '', dark = ''] = tokens.split(
    /^(?::root|\[data-mode='dark'\])[^{]*\{$/m,
  );
  return `/*
 * ${name}: the look of a talk with "css: /assets/${name}.css". Variables that are not set are those of its theme;
 * remove the comment around one to change it. docs/theming.md of Rostrum describes all of them.
 */

:root {
  --accent: #00695f;
  --accent-ink: #005c53;
  --section-ground: #00534b;

${comment(sizes)}
${comment(light)}
}

[data-mode='dark'] {
  --accent: #5fd3c3;
  --accent-ink: #74d8c7;

${comment(dark)}
}
`;
}

/** Writes the variables of a rule as comments, one a line. */
function comment(rule: string): string {
  return rule
    .split('\n')
    .filter((line) => (VARIABLE.test(line) || HEADING.test(line)) && !RULE_START.test(line))
    .map((line) => (VARIABLE.test(line) ? `  /* ${line.trim()} */` : `\n  ${line.trim()}`))
    .join('\n');
}
