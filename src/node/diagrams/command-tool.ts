import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DiagramAnswer } from '../../talk/model/diagram/diagram-source.ts';
import { hash } from '../hash.ts';
import { hasCode } from '../system-error.ts';
import {
  DRAW_TIMEOUT_MS,
  tooSlow,
  undrawn,
  type DiagramTool,
  type ToolPlace,
} from './diagram-tool.ts';

const MAX_OUTPUT_BYTES = 4_000_000;
const MAX_MESSAGE = 400;
const LINE = /\bline[: ]+(\d+)|^[^\n:]*:(\d+):\d+:/m;

/** Opens a program that the configuration names: it reads a diagram and writes SVG, without a shell. */
export function openCommandTool(
  words: readonly string[],
  { root, isSafe }: ToolPlace,
): DiagramTool {
  return {
    state: JSON.stringify(words.map((word) => [word, readState(path.join(root, word))])),
    async draw(texts) {
      if (isSafe) {
        const hint = 'Run without --safe where you trust the project and its slides.';
        return texts.map(() => undrawn('with --safe no program runs', hint));
      }
      const answers: DiagramAnswer[] = [];
      for (const text of texts) answers.push(await run(words, text, root));
      return answers;
    },
  };
}

/** Names the state of a program that lies in the project, so that its drawings follow it. */
function readState(file: string): string | undefined {
  try {
    return hash(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function run(words: readonly string[], text: string, root: string): Promise<DiagramAnswer> {
  const [program = '', ...rest] = words;
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: root, windowsHide: true, detached: false });
    const output: Buffer[] = [];
    let size = 0;
    let told = '';
    const finish = (answer: DiagramAnswer): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(() => finish(tooSlow()), DRAW_TIMEOUT_MS);
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.length;
      output.push(piece);
      if (size > MAX_OUTPUT_BYTES)
        finish(undrawn(`"${program}" writes too much`, 'Make it smaller.'));
    });
    child.stderr.on('data', (piece: Buffer) => {
      if (told.length < MAX_MESSAGE) told += piece.toString('utf8');
    });
    child.on('error', (error) => finish(explain(program, error)));
    child.on('close', (code) => finish(toAnswer(program, { code, told, output })));
    child.stdin.on('error', () => {
      // A program that does not read its input says why in its own words.
    });
    child.stdin.end(text);
  });
}

function explain(program: string, error: Error): DiagramAnswer {
  const why = hasCode(error, 'ENOENT')
    ? `there is no program "${program}" on this machine`
    : `"${program}" cannot be started`;
  return undrawn(why, 'Install it, or name another in "diagrams" in vite.config.ts.');
}

function toAnswer(
  program: string,
  { code, told, output }: { code: number | null; told: string; output: Buffer[] },
): DiagramAnswer {
  const svg = Buffer.concat(output).toString('utf8');
  if (code === 0 && /<svg[\s>]/i.test(svg)) return { kind: 'drawn', svg };
  const message = told.trim().slice(0, MAX_MESSAGE).replaceAll(/\s+/g, ' ');
  const reason = code === 0 ? `"${program}" wrote no SVG` : `"${program}" ended with ${code}`;
  const [, first, second] = LINE.exec(told) ?? [];
  const line = first ?? second;
  return {
    kind: 'faulty',
    message: message === '' ? reason : message,
    line: line === undefined ? null : Number(line),
  };
}
