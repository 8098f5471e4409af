import { readFileSync } from 'node:fs';
import { COLOURS, SIZES } from '../../talk/model/look/tokens.ts';
import { locateFloorFile } from '../engine.ts';

const TOKENS = 'browser/styles/tokens.css';
const RULE = /^(?::root|\[data-mode='dark'\])[^{]*\{$/m;
const VARIABLE = /^\s*--([\w-]+):\s*([^;]+);$/;
const START = {
  light: { accent: '#00695f', 'section-ground': '#00534b' },
  dark: { accent: '#5fd3c3', 'section-ground': '#0f3b37' },
};

/** Writes a theme of a project's own: some colours to begin with, and every other token as a comment. */
export function draftTheme(name: string): string {
  const tokens = readFileSync(locateFloorFile(TOKENS), 'utf8');
  const [, sizes = '', light = '', dark = ''] = tokens.split(RULE);
  return `import { defineTheme } from 'rostrum';

// A talk has this theme with "theme: ${name}". What is a comment here is as in the theme "rostrum"; take the slashes away to
// change it. "npx rostrum check --theme ${name}" says which words and lines are too faint.
export default defineTheme({
  name: '${name}',
  about: 'What it is for, in one sentence.',
  light: {
${writeStart(START.light)}
${comment(light, leaveOut(START.light))}
  },
  dark: {
${writeStart(START.dark)}
${comment(dark, leaveOut(START.dark))}
  },
  sizes: {
${comment(sizes, Object.keys(SIZES))}
  },
});
`;
}

/** Names a variable of a program after a theme: "my-look" is \`myLook\`. */
export function toVariable(name: string): string {
  return name.replace(/-+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

function writeStart(colours: Record<string, string>): string {
  return Object.entries(colours)
    .map(([name, value]) => `    ${writeKey(name)}: '${value}',`)
    .join('\n');
}

/** Lists the colours that a draft does not set. */
function leaveOut(set: Record<string, string>): string[] {
  return COLOURS.filter((name) => !Object.hasOwn(set, name));
}

/** Writes the variables of a rule as comments, one a line. */
function comment(rule: string, names: readonly string[]): string {
  return rule
    .split('\n')
    .flatMap((line) => {
      const [, name = '', value = ''] = VARIABLE.exec(line) ?? [];
      if (!names.includes(name)) return [];
      const size = /^-?[\d.]+(?:px|em|ms)?$/.test(value) ? parseFloat(value) : `'${value}'`;
      return `    // ${writeKey(name)}: ${size},`;
    })
    .join('\n');
}

function writeKey(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}
