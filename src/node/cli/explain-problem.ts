import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suggestName } from '../../talk/text/nearest.ts';
import { locateEngine } from '../engine.ts';
import { MachineError, UsageError } from '../errors.ts';
import { defineCommand, type Command } from './command.ts';
import type { CommandTools } from './command-tools.ts';

/** Where a clone and a package have the page about problems. */
const FOLDERS = ['docs', 'dist'];
const SECTION = /^### ([a-z-]+)\n+([^]*?)(?=^#{2,3} |$(?![^]))/gm;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;

/** Defines `rostrum explain`, which prints what a code of a problem means, without a network. */
export function makeExplainCommand({ terminal }: CommandTools): Command {
  return defineCommand('explain', {
    args: {
      code: {
        type: 'positional',
        required: true,
        valueHint: 'CODE',
        description: 'The code of a problem, as "check" prints it behind its place.',
      },
    },
    async run({ code }) {
      const texts = readProblems();
      const text = texts.get(code);
      if (text === undefined) throw unknownCode(code, [...texts.keys()]);
      terminal.say(`${terminal.style.bold(code)}\n\n${text}`);
    },
  });
}

function readProblems(): Map<string, string> {
  const files = FOLDERS.map((folder) => path.join(locateEngine(), folder, 'problems.md'));
  const file = files.find((each) => existsSync(each));
  if (file === undefined) throw new MachineError('The page about problems is missing here.');
  const sections = readFileSync(file, 'utf8').matchAll(SECTION);
  return new Map(
    [...sections].map(([, code = '', text = '']) => [code, text.trim().replaceAll(LINK, '$1')]),
  );
}

function unknownCode(code: string, codes: readonly string[]): UsageError {
  const nearest = suggestName(code, codes);
  return new UsageError(
    `No problem has the code "${code}".`,
    nearest ? `Did you mean "${nearest}"?` : 'The code of a problem stands behind its place.',
  );
}
