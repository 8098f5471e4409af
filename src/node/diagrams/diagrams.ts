import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DiagramAnswer, DiagramSource } from '../../talk/model/diagram/diagram-source.ts';
import { readCacheFile, writeCacheFile } from '../cache-file.ts';
import { readEngineVersion } from '../engine.ts';
import { hash } from '../hash.ts';
import { locateCache } from '../typescript.ts';
import { openCommandTool } from './command-tool.ts';
import { undrawn, type DiagramTool } from './diagram-tool.ts';
import { openGraphviz } from './graphviz.ts';
import { openMermaid } from './mermaid.ts';

/** Words of a command for each language of diagrams, as the configuration names them. */
export type DiagramCommands = Readonly<Record<string, readonly string[]>>;

/** Drawings of a project's diagrams: from memory, from the disk, or from the programs that draw them. */
export interface DiagramReader {
  /** Returns the drawing of a diagram; undefined when its language is not one of diagrams. */
  read(source: DiagramSource): DiagramAnswer | undefined;
  /** Names a diagram, for what rests on it. */
  keyOf(source: DiagramSource): string;
  /** Names the state of a diagram by its key. */
  stampOf(key: string): string;
  /** Whether there are diagrams that were read and not drawn yet. */
  readonly isWaiting: boolean;
  /** Draws them. */
  draw(): Promise<void>;
}

/** The project whose diagrams are drawn. */
export interface DiagramOptions {
  root: string;
  /** Defaults to none. */
  commands?: DiagramCommands;
  /** Whether no program of the project runs; defaults to no. */
  isSafe?: boolean;
}

const MAX_FILES = 500;
const MAX_CHARACTERS = 50_000;
/** Changes with what is made of a drawing before it is kept. */
const FORMAT = 3;
const EMPTY: DiagramAnswer = { kind: 'faulty', message: 'it is empty', line: null };
const WAITING = undrawn('it is still being drawn', 'Wait a moment.');
const TOO_LONG = undrawn(`it has more than ${MAX_CHARACTERS} characters`, 'Make several of it.');

/** Opens the diagrams of a project. */
export function openDiagrams({
  root,
  commands = {},
  isSafe = false,
}: DiagramOptions): DiagramReader {
  const tools = new Map<string, DiagramTool>([
    ['mermaid', openMermaid({ root, isSafe })],
    ['dot', openGraphviz({ root, isSafe })],
    ...Object.entries(commands).map(
      ([language, words]) => [language, openCommandTool(words, { root, isSafe })] as const,
    ),
  ]);
  const answers = new Map<string, DiagramAnswer>();
  const waiting = new Map<string, DiagramSource>();
  const folder = path.join(locateCache(root), 'diagrams');
  let drawing: Promise<void> | null = null;

  const fileOf = (key: string): string => path.join(folder, `${key}.json`);
  function keyOf({ language, text }: DiagramSource): string {
    const state = tools.get(language)?.state ?? '';
    return hash(JSON.stringify([FORMAT, readEngineVersion(), language, state, text]), 32);
  }

  function find(key: string): DiagramAnswer | undefined {
    const known = answers.get(key) ?? readKept(fileOf(key));
    if (known) answers.set(key, known);
    return known;
  }

  function keep(key: string, answer: DiagramAnswer): void {
    answers.set(key, answer);
    waiting.delete(key);
    if (answer.kind !== 'undrawn' && existsSync(root)) {
      writeCacheFile(fileOf(key), JSON.stringify(answer), MAX_FILES);
    }
  }

  async function drawAll(): Promise<void> {
    const found = [...waiting];
    await Promise.all(
      [...tools].map(async ([language, tool]) => {
        const own = found.filter(([, source]) => source.language === language);
        if (own.length === 0) return;
        const texts = own.map(([, { text }]) => text);
        const drawn = await tool
          .draw(texts)
          .catch((error: unknown) => texts.map(() => failed(error)));
        own.forEach(([key], index) => keep(key, drawn[index] ?? failed(null)));
      }),
    );
  }

  return {
    keyOf,
    read(source) {
      if (!tools.has(source.language)) return undefined;
      if (source.text.trim() === '') return EMPTY;
      if (source.text.length > MAX_CHARACTERS) return TOO_LONG;
      const key = keyOf(source);
      const known = find(key);
      if (known) return known;
      waiting.set(key, source);
      return WAITING;
    },
    stampOf: (key) => find(key)?.kind ?? 'waiting',
    get isWaiting() {
      return waiting.size > 0;
    },
    draw() {
      drawing ??= drawAll().finally(() => (drawing = null));
      return drawing;
    },
  };
}

/** Compiles, has the diagrams drawn that were missing, and compiles again until none is. */
export async function compileDrawn<Result>(
  compile: () => Result,
  diagrams: Pick<DiagramReader, 'draw' | 'isWaiting'>,
): Promise<Result> {
  let result = compile();
  while (diagrams.isWaiting) {
    await diagrams.draw();
    result = compile();
  }
  return result;
}

function failed(error: unknown): DiagramAnswer {
  const reason = error instanceof Error ? error.message : 'there is no answer';
  return undrawn(`the program that draws it failed (${reason})`, 'Start Rostrum again.');
}

/** Reads a drawing that an earlier run kept. */
function readKept(file: string): DiagramAnswer | undefined {
  const text = readCacheFile(file);
  if (text === null) return undefined;
  try {
    const { kind, ...rest } = JSON.parse(text) as Record<string, unknown>;
    const { svg, message, line } = rest;
    if (kind === 'drawn' && typeof svg === 'string') return { kind, svg };
    const isLine = line === null || typeof line === 'number';
    if (kind === 'faulty' && typeof message === 'string' && isLine) return { kind, message, line };
  } catch {
    // An incomplete file counts as missing.
  }
  return undefined;
}
