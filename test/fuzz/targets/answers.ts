import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostOf } from '../../../src/node/data/refresh/gather.ts';
import { LIMITS, type Limits } from '../../../src/node/data/http/limits.ts';
import { refreshTargets } from '../../../src/node/data/refresh/refresh.ts';
import type { RefreshResult } from '../../../src/node/data/refresh/refresh-result.ts';
import {
  listTargets,
  readText,
  type Target as Source,
} from '../../../src/node/data/refresh/refresh-target.ts';
import { parseMirrors } from '../../../src/node/data/http/mirror.ts';
import { createLibrary } from '../../../src/node/project/library.ts';
import { listProject } from '../../../src/node/project/read-folder.ts';
import { NO_RECIPES, openRecipes } from '../../../src/node/project/project-recipes.ts';
import { locateCache } from '../../../src/node/typescript.ts';
import { parseDataset } from '../../../src/talk/data/dataset/dataset.ts';
import type { Dataset } from '../../../src/talk/model/dataset.ts';
import { ANSWER_PATHS, findAnswer, mirrorPairs } from '../../support/answers.ts';
import { NOW, serve } from '../../support/faults.ts';
import { breakText, breakValue } from '../data.ts';
import type { Random } from '../random.ts';
import { faultOf, type Target } from '../target.ts';
import { anyText } from '../values.ts';
import { judgeWords } from '../words.ts';

/** What a source answers instead of what is recorded of it. */
interface Answer {
  /** The host and path that are asked. */
  path: string;
  status: number;
  headers: Record<string, string>;
  /** Bytes as Latin-1. */
  body: string;
  /** Whether the connection ends in the middle. */
  isCut: boolean;
}

const DATA = path.resolve('data');
/** Short enough for sources that announce more than they send. */
const QUICK: Limits = { ...LIMITS, firstByte: 400, silence: 200, request: 800 };
const KEYS = { ZULIP_EMAIL: 'bot@example.org', ZULIP_KEY: 'key' };
const STATUSES = [200, 204, 206, 301, 304, 400, 403, 404, 418, 429, 500, 503, 999];
const HEADERS: readonly [string, string][] = [
  ['content-type', 'text/html'],
  ['content-type', 'application/json; charset=utf-16'],
  ['content-type', ''],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'odd'],
  ['content-length', '9999'],
  ['content-length', '3'],
  ['location', '/'],
  ['location', 'javascript:x'],
  ['location', 'http://['],
  ['retry-after', 'soon'],
  ['retry-after', '-1'],
  ['date', 'no day'],
  ['etag', '"'],
  ['last-modified', 'yesterday'],
];

/** Answers of the sources of this repository's datasets, with something wrong in them, that a refresh takes into the files. */
export const ANSWERS: Target = {
  name: 'answers',
  of: 'answers',
  make: makeAnswer,
  async open() {
    const root = mkdtempSync(path.join(tmpdir(), 'rostrum-fuzz-'));
    cpSync(DATA, path.join(root, 'data'), { recursive: true });
    const listing = listProject(root);
    const book = await openRecipes(root, listing, NO_RECIPES);
    const sources = listTargets(root, listing, { book, names: [] });
    let answer: Answer | null = null;
    const served = await serve((request, response) => {
      const asked = (request.url ?? '').slice(1);
      if (asked === answer?.path) return sendAnswer(response, answer);
      const found = findAnswer(asked);
      response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/html' });
      response.end(found?.text ?? '');
    });
    const mirrors = parseMirrors(mirrorPairs(served));
    const refresh = (asked: readonly Source[]): Promise<RefreshResult[]> => {
      for (const { file } of asked) {
        if (existsSync(file)) copyFileSync(file, path.join(root, file));
        else rmSync(path.join(root, file), { force: true });
      }
      rmSync(path.join(locateCache(root), 'data'), { recursive: true, force: true });
      const library = createLibrary(root, []);
      library.update(listing, book);
      return refreshTargets(asked, (name) => library.dataset(name), {
        root,
        names: [],
        isDryRun: false,
        userAgent: 'rostrum-fuzz',
        world: { env: KEYS, now: () => NOW, sleep: () => Promise.resolve(), limits: QUICK },
        mirrors,
      });
    };
    return {
      async judge(input) {
        answer = input as Answer;
        const host = answer.path.split('/')[0];
        const asked = sources.filter(({ refresh: recipe }) => hostOf(recipe) === host);
        try {
          const results = await refresh(asked.length > 0 ? asked : sources);
          for (const result of results) {
            const source = sources.find(({ name }) => name === result.name);
            const fault = source && judgeResult(root, source, result);
            if (fault) return `${fault} (${result.name})`;
          }
          return null;
        } catch (error) {
          return faultOf(error);
        }
      },
      async [Symbol.asyncDispose]() {
        await served.close();
        rmSync(root, { recursive: true, force: true });
      },
    };
  },
};

function makeAnswer(random: Random): Answer {
  const asked = random.pick(ANSWER_PATHS);
  const recorded = findAnswer(asked);
  const headers = { 'content-type': recorded?.type ?? 'text/plain' };
  if (random.chance(0.2)) Object.assign(headers, Object.fromEntries([random.pick(HEADERS)]));
  return {
    path: asked,
    status: random.chance(0.9) ? 200 : random.pick(STATUSES),
    headers,
    body: makeBody(random, recorded?.text ?? ''),
    isCut: random.chance(0.05),
  };
}

/** Breaks what is recorded: its values where it is JSON, else its text. */
function makeBody(random: Random, recorded: string): string {
  if (random.chance(0.05)) return anyText(random);
  let text = recorded;
  if (/^\s*[[{]/.test(text) && random.chance(0.8)) {
    try {
      const value: unknown = JSON.parse(text);
      text = JSON.stringify(breakValue(random, value));
    } catch {
      // Several values, a line each, are broken as text.
      text = breakText(random, text);
    }
  } else for (let count = random.below(4); count >= 0; count--) text = breakText(random, text);
  return Buffer.from(text).toString('latin1');
}

function sendAnswer(
  response: ServerResponse,
  { status = 200, headers, body = '', isCut }: Partial<Answer>,
): void {
  const bytes = Buffer.from(body, 'latin1');
  response.writeHead(status, headers);
  if (!isCut) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}

function judgeResult(
  root: string,
  { name, file, recipe }: Source,
  result: RefreshResult,
): string | null {
  const { outcome, failure, note } = result;
  const before = readText(path.resolve(file));
  const after = readText(path.join(root, file));
  if (failure?.kind === 'recipe') return `throws in a recipe: ${failure.message}`;
  if (outcome !== 'new' && before !== after) return 'a file changed without news';
  const words = [failure?.message, failure?.advice, note].filter((text) => text != null);
  const odd = words.map(judgeWords).find((fault) => fault !== null);
  if (odd) return odd;
  if (after === null) return outcome === 'new' ? 'a file with news is not there' : null;
  const read = (text: string) => parseDataset({ path: file, text }, name, recipe);
  const { value, problems } = read(after);
  // A source may itself have lost a character, which the author is told.
  const made = problems.find(({ code }) => code !== 'lost-character');
  if (made) return `a refresh made a problem: ${made.message}`;
  const old = before === null ? null : read(before).value;
  return value && old && countFacts(value) < countFacts(old) ? 'a refresh lost rows' : null;
}

function countFacts({ rows, editions }: Dataset): number {
  return rows.length + editions.length;
}
