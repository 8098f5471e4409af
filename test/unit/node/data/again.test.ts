import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NOW, type Answerer } from '../../../support/faults.ts';
import {
  LIST_TEXT,
  listRecipe,
  makeFolder,
  runRefresh,
  serveFor,
  testWorld,
} from '../../../support/refresh.ts';

const DAY = 86_400_000;

/** A source that knows when its answer changed last, and no ETags. */
interface DatedSource {
  answer: Answerer;
  subscribers: number;
  changed: string;
}

function makeDated(): DatedSource {
  const source: DatedSource = {
    subscribers: 603,
    changed: new Date(NOW - DAY).toUTCString(),
    answer(request, response) {
      response.setHeader('last-modified', source.changed);
      const isSame = request.headers['if-modified-since'] === source.changed;
      if (isSame) return response.writeHead(304).end();
      response.end(JSON.stringify({ subscribers: source.subscribers }));
    },
  };
  return source;
}

function makeList(): string {
  const root = makeFolder();
  writeFileSync(path.join(root, 'data/list.json'), LIST_TEXT);
  return root;
}

test('a source without ETags is asked whether anything changed since the date it gave', async () => {
  const root = makeList();
  const source = makeDated();
  const served = await serveFor(source.answer);
  const mirrors = [`https://lists.example=${served.url}`];
  const onDay = async (day: number): Promise<string | undefined> => {
    const world = testWorld({ now: () => NOW + day * DAY });
    source.subscribers += day;
    const [result] = await runRefresh(root, { list: listRecipe() }, { mirrors, world });
    return result?.outcome;
  };
  expect(await onDay(0)).toBe('new');
  const before = readFileSync(path.join(root, 'data/list.json'), 'utf8');
  expect(await onDay(1 / 4)).toBe('unchanged');
  expect(readFileSync(path.join(root, 'data/list.json'), 'utf8')).toBe(before);
  expect(served.requests.map(({ headers }) => headers['if-modified-since'])).toEqual([
    undefined,
    source.changed,
  ]);
  source.changed = new Date(NOW).toUTCString();
  expect(await onDay(1 / 2)).toBe('new');
});

test('a recipe that asks several addresses sees all answers when one of them changed', async () => {
  const root = makeList();
  const [still, moving] = [makeDated(), makeDated()];
  const served = await serveFor((request, response) =>
    (request.url === '/still' ? still : moving).answer(request, response),
  );
  const recipe = listRecipe({
    ask: {
      still: { url: 'https://lists.example/still', format: 'json' },
      moving: { url: 'https://lists.example/moving', format: 'json' },
    },
    parse: ({ still: one, moving: other }, { today }) => {
      const count = (answer: unknown): number => (answer as { subscribers: number }).subscribers;
      return { rows: [{ asOf: today, subscribers: count(one) + count(other) }] };
    },
  });
  const mirrors = [`https://lists.example=${served.url}`];
  await runRefresh(root, { list: recipe }, { mirrors });
  moving.subscribers = 700;
  moving.changed = new Date(NOW).toUTCString();
  const world = testWorld({ now: () => NOW + DAY });
  const [result] = await runRefresh(root, { list: recipe }, { mirrors, world });
  expect(result?.outcome).toBe('new');
  expect(readFileSync(path.join(root, 'data/list.json'), 'utf8')).toContain('"subscribers": 1303');
  // The one that was the same is read whole after all.
  expect(served.requests.map(({ url, headers }) => [url, 'if-modified-since' in headers])).toEqual([
    ['/still', false],
    ['/moving', false],
    ['/still', true],
    ['/moving', true],
    ['/still', false],
  ]);
});

test('what was read with another recipe, or into another file, is asked for whole', async () => {
  const root = makeList();
  const served = await serveFor(makeDated().answer);
  const mirrors = [`https://lists.example=${served.url}`];
  await runRefresh(root, { list: listRecipe() }, { mirrors });
  writeFileSync(path.join(root, 'data/list.json'), LIST_TEXT);
  const [result] = await runRefresh(root, { list: listRecipe() }, { mirrors });
  expect(result?.outcome).toBe('new');
  expect(served.requests.map(({ headers }) => 'if-modified-since' in headers)).toEqual([
    false,
    false,
  ]);
});
