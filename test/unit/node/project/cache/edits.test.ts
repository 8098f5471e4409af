import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sortTalks } from '../../../../../src/node/pages/index/index-talks.ts';
import {
  openNewestTalks,
  printSortKey,
} from '../../../../../src/node/project/cache/newest-talks.ts';
import { outlineTalks } from '../../../../../src/node/project/outlines.ts';
import { Project } from '../../../../../src/node/project/project.ts';
import { outlineTalk } from '../../../../../src/talk/where.ts';
import { createRandom } from '../../../../fuzz/random.ts';
import { makeProject, type TemporaryProject } from '../../../../support/project.ts';

/** How many edits are made, in how many talks, and from which seed; more of each show more. */
const EDITS = Number(process.env['ROSTRUM_EDITS'] ?? 12);
const TALKS = Number(process.env['ROSTRUM_TALKS'] ?? 6);
const SEED = Number(process.env['ROSTRUM_SEED'] ?? 1);

const LIBRARY = ['one', 'two', 'three'];
const WORDS = ['Harbour', 'Light', 'Tide', 'Signal', 'Survey', 'Keeper'];

type Pick = <Item>(items: readonly Item[]) => Item;
type Files = Map<string, string>;

function writeSlide(pick: Pick): string {
  const kind = pick([0, 1, 2, 3, 4]);
  const title = `## ${pick(WORDS)}`;
  if (kind === 0) return `${title}\n\n{{ ${pick(['set', 'other'])}.count }} of them.`;
  if (kind === 1) return `${title}\n\n![A square](../../assets/${pick(['a', 'b'])}.svg)`;
  if (kind === 2) return `${title}\n\n\`\`\`table\ndata: set\ncolumns: [asOf, count]\n\`\`\``;
  if (kind === 3) return `${title}\n\n- ${pick(WORDS)}\n\nNote: ${pick(WORDS)}`;
  return `${title}\n\n${pick(WORDS)}.`;
}

function writeSlides(pick: Pick, count: number): string {
  return Array.from({ length: count }, () => writeSlide(pick)).join('\n\n---\n\n');
}

function writeTalk(pick: Pick): string {
  const date = pick(['date: 2024-05-06', 'date: 2025-06-07', 'title: Open', 'event: Town']);
  const taken = `---\nsrc: ../library/${pick(LIBRARY)}.md\n---`;
  return `---\n${date}\n---\n\n# ${pick(WORDS)}\n\n---\n\n${writeSlides(pick, 3)}\n\n${taken}\n`;
}

function writeData(pick: Pick): string {
  const rows = ['2024-01', '2025-01'].map((asOf) => ({
    asOf,
    count: pick([1, 20, 300]),
    source: 'us',
  }));
  const sources = { us: { name: 'Us', url: 'https://example.org/' } };
  return JSON.stringify({ title: 'Set', sources, rows });
}

function writeFile(file: string, pick: Pick): string {
  if (file.endsWith('.json')) return writeData(pick);
  if (file.endsWith('.svg'))
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pick([5, 7])} 9"/>\n`;
  return file.includes('talks/') ? writeTalk(pick) : `${writeSlides(pick, 2)}\n`;
}

/** Changes, removes or adds a file; returns what was done. */
function edit(files: Files, { write, remove }: TemporaryProject, pick: Pick): string {
  const file = pick([...files.keys()]);
  const kind = pick(['write', 'write', 'write', 'slide', 'remove', 'add']);
  if (kind === 'remove' && files.size > 4) {
    files.delete(file);
    remove(file);
    return `removes ${file}`;
  }
  const slide = `\n\n---\n\n${writeSlide(pick)}\n`;
  const isSlides = kind === 'slide' && file.endsWith('.md');
  const name = kind === 'add' ? `slides/talks/new-${pick(WORDS)}.md` : file;
  const text = isSlides ? `${files.get(file)?.trimEnd()}${slide}` : writeFile(name, pick);
  files.set(name, text);
  write(name, text);
  return `writes ${name}`;
}

const today = (): string => '2026-06-01';

/** Everything that pages are made of. */
async function read(project: Project) {
  // Before the talks are read whole.
  const outlines = await outlineTalks(project);
  const talks = await project.talks();
  const problems = await project.problems();
  const { root } = project;
  return {
    talks,
    outlines: outlines.map(({ value }) => outlineTalk(value)),
    problems: problems.map(({ code, message, span }) => ({ code, message, span })),
    slides: project.slides(),
    datasets: await project.datasets(),
    newest: openNewestTalks({ root, listing: project.listing })().map(({ name }) => name),
  };
}

test(
  `after each of ${EDITS} edits of seed ${SEED} a running project, and one that starts, are as a fresh one`,
  async () => {
    const random = createRandom(SEED);
    const pick: Pick = (items) => random.pick(items);
    const names = [
      ...Array.from({ length: TALKS }, (_, at) => `slides/talks/talk-${at}.md`),
      ...LIBRARY.map((name) => `slides/library/${name}.md`),
      ...['data/set.json', 'data/other.json', 'assets/a.svg', 'assets/b.svg'],
    ];
    const files: Files = new Map(names.map((name) => [name, writeFile(name, pick)]));
    const folder = makeProject(Object.fromEntries(files));
    const { root } = folder;
    const running = new Project({ root, engine: 'one', today });
    const list = openNewestTalks(running);
    for (let at = 0; at < EDITS; at++) {
      const done = `edit ${at} ${edit(files, folder, pick)}`;
      const fresh = await read(new Project({ root, engine: null, today }));
      const keyed = fresh.talks.map(({ name, meta }) => {
        return { name, key: printSortKey(meta.date, name) };
      });
      expect(fresh.newest, done).toEqual(sortTalks(keyed).map(({ name }) => name));
      expect(await read(running), done).toEqual(fresh);
      expect(
        list().map(({ name }) => name),
        done,
      ).toEqual(fresh.newest);
      await setImmediate();
      expect(await read(new Project({ root, engine: 'one', today })), done).toEqual(fresh);
      await setImmediate();
    }
    // Talks with problems are not kept, and a test of none would show nothing.
    expect(readdirSync(path.join(root, '.cache/rostrum/talks')).length).toBeGreaterThan(0);
  },
  60_000 + 200 * EDITS * TALKS,
);
