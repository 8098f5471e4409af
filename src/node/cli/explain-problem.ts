import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suggestName } from '../../talk/text/nearest.ts';
import { locateEngine, problemPageUrl } from '../engine.ts';
import { MachineError, UsageError } from '../errors.ts';
import type { Terminal } from '../terminal.ts';
import { defineCommand, type Command } from './command.ts';
import type { CommandTools } from './command-tools.ts';

/** Where a clone and a package have the page about problems. */
const FOLDERS = ['docs', 'dist'];
const SECTION = /^### ([a-z0-9-]+)\n+([^]*?)(?=^#{2,3} |$(?![^]))/gm;
/** The lines that make an example right, which a package has. */
const DIFF = /^(`{3,})diff\n([^]*?)^\1$/gm;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;

/** Defines `rostrum explain`, which prints what a code of a problem means, without a network. */
export function makeExplainCommand({ terminal }: CommandTools): Command {
  return defineCommand('explain', {
    args: {
      code: {
        type: 'positional',
        required: true,
        example: 'unknown-dataset',
        valueHint: 'CODE',
        description: 'The code of a problem, as "check" prints it behind its place.',
      },
    },
    async run({ code }) {
      const texts = readProblems();
      const text = texts.get(code.toLowerCase());
      if (text === undefined) throw unknownCode(code, [...texts.keys()]);
      const url = problemPageUrl(code);
      const parts = [terminal.style.bold(code), renderDiffs(text, terminal), ...(url ? [url] : [])];
      terminal.say(parts.join('\n\n'));
    },
  });
}

function readProblems(): Map<string, string> {
  const files = FOLDERS.map((folder) => path.join(locateEngine(), folder, 'problems.md'));
  const file = files.find((each) => existsSync(each));
  if (file === undefined) throw new MachineError('The page about problems is missing here.');
  const sections = readFileSync(file, 'utf8').matchAll(SECTION);
  return new Map([...sections].map(([, code = '', text = '']) => [code, text.trim()]));
}

/** Takes the addresses of links away, and shows the lines of an example as a diff. */
function renderDiffs(text: string, { style }: Terminal): string {
  const [words = ''] = text.split(DIFF);
  const lines = [...text.matchAll(DIFF)].flatMap(([, , diff = '']) => diff.trimEnd().split('\n'));
  const shown = lines.map((line) => {
    if (line.startsWith('-')) return `  ${style.red(line)}`;
    return line.startsWith('+') ? `  ${style.green(line)}` : `  ${line}`.trimEnd();
  });
  const example =
    lines.length === 0 ? [] : ['For instance, from wrong (-) to right (+):', '', ...shown];
  return [
    words.trim().replaceAll(LINK, '$1'),
    ...(example.length > 0 ? [''] : []),
    ...example,
  ].join('\n');
}

function unknownCode(code: string, codes: readonly string[]): UsageError {
  const nearest = suggestName(code, codes);
  return new UsageError(
    `No problem has the code "${code}".`,
    nearest ? `Did you mean "${nearest}"?` : 'The code of a problem stands behind its place.',
  );
}
