import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  commitsByMonth,
  commitsByRelease,
  countByMonth,
  cveRecords,
  kernelciTrees,
  kernelCves,
  lkftBuilds,
  loreMessages,
  patchworkQueue,
  phoronixResults,
  readKernelciTrees,
  readPhoronixCsv,
  readSyzbotBugs,
  syzbotBugs,
  type SourceRecipe,
} from '../../../../src/kernel/api.ts';
import { formats } from '../../../../src/talk/data/formats/formats.ts';
import { decodeAnswer, readAnswer } from '../../../support/answers.ts';
import { bare, readDataset, writeFiles } from '../../../support/connect.ts';
import {
  cutInTheMiddle,
  NOW,
  sendBytes,
  sendStatus,
  type Answerer,
} from '../../../support/faults.ts';
import {
  answerKernelSources,
  kernelMirrors,
  makeHistory,
  makeKernelClones,
} from '../../../support/kernel-sources.ts';
import { HAS_GIT, makeFolder, runRefresh, serveFor, testWorld } from '../../../support/refresh.ts';

const DAY = 86_400_000;
const JSON_TYPE = 'application/json';
const sendJson = (value: unknown): Answerer => sendBytes(JSON.stringify(value), JSON_TYPE);

const WEB = {
  patchwork: { recipe: patchworkQueue({ project: 'netdevbpf' }), at: '/patches/' },
  kernelci: { recipe: kernelciTrees({ trees: ['next'] }), at: '/api/tree/' },
  syzbot: { recipe: syzbotBugs(), at: '/fixed' },
  lore: { recipe: loreMessages({ list: 'rust-for-linux', query: 's:"GIT PULL"' }), at: '&x=A' },
  cves: { recipe: cveRecords({ ids: ['CVE-2025-68260'] }), at: '/api/cve/' },
  lkft: {
    recipe: lkftBuilds({ project: 'linux-mainline-master', versions: ['v6.17'] }),
    at: '/api/statuses/',
  },
} satisfies Record<string, { recipe: SourceRecipe; at: string }>;

/** Refreshes once with good answers, and two days later with a fault; gives what was said, and the rows after it. */
async function followFault(recipe: SourceRecipe, at: string, answer: Answerer) {
  let fault: { at: string; answer: Answerer } | undefined;
  let time = NOW;
  const { url } = await serveFor(
    (request, response) => answerKernelSources(fault)(request, response),
    () => time,
  );
  const root = makeFolder();
  const world = testWorld({ now: () => time });
  const refresh = () => runRefresh(root, { a: recipe }, { mirrors: kernelMirrors(url), world });
  const [first] = await refresh();
  expect(first?.failure).toBeNull();
  const before = readDataset(root, 'a').text;
  fault = { at, answer };
  time += 2 * DAY;
  const [result] = await refresh();
  const { text, rows } = readDataset(root, 'a');
  return { result, isKept: text === before, rows: bare(rows) };
}

const FAULTS: [name: string, answer: Answerer, said: RegExp][] = [
  ['is refused', sendStatus(403), /403/],
  ['is cut', cutInTheMiddle, /broke off/],
  [
    'is a page for browsers',
    sendBytes(readAnswer('anubis.html'), 'text/html'),
    /a web page|not a bot|challenge/i,
  ],
  ['is empty', sendBytes('', JSON_TYPE), /empty|is no|not/],
  ['has another shape', sendJson({ version: 2, detail: 'Not found.' }), /./],
];

for (const [name, { recipe, at }] of Object.entries(WEB)) {
  test.each(FAULTS)(
    `${name}: an answer that %s leaves the rows, with the reason`,
    async (_name, answer, said) => {
      const { result, isKept } = await followFault(recipe, at, answer);
      expect(result?.outcome).toBe('kept');
      expect(result?.failure?.message).toMatch(said);
      expect(isKept).toBe(true);
    },
  );
}

const PATCHES = JSON.parse(readAnswer('kernel/patchwork-1.json')) as object[];
const RUNS = JSON.parse(readAnswer('kernel/lkft-runs-1.json')) as { results: object[] };
const ENTRY =
  '<entry><title>A</title><updated>2026-11-20T08:00:00Z</updated><link href="https://lore.kernel.org/a/"/></entry>';
const { patchwork, kernelci, syzbot, lore, cves, lkft } = WEB;

test.each([
  ['a page that repeats', patchwork, 'page=2', sendJson(PATCHES), 'patch 101 is on two pages'],
  ['pages in a circle', patchwork, 'project=', linkToItself, 'its pages lead in a circle'],
  [
    'a patch of another state',
    patchwork,
    'page=2',
    sendJson([{ ...PATCHES[0], id: 9, state: 'rfc' }]),
    'patch 9 is "rfc", which was not asked for',
  ],
  ['no tree of that name', kernelci, '/api/tree/', sendJson([]), 'no tree is called "next"'],
  [
    'a count that is a text',
    kernelci,
    '/api/tree/',
    sendJson([{ ...firstTree(), boot_status: { PASS: 'many' } }]),
    '[0].boot_status.PASS',
  ],
  [
    'a count that is missing',
    kernelci,
    '/api/tree/',
    sendJson([{ ...firstTree(), boot_status: {} }]),
    'the boots have no count',
  ],
  ['another version', syzbot, '/fixed', sendJson({ version: 2, Bugs: [] }), 'version'],
  [
    'two hundred messages',
    lore,
    '&x=A',
    sendBytes(`<feed>${ENTRY.repeat(200)}</feed>`, 'application/atom+xml'),
    'the search finds 200 messages or more',
  ],
  ['no message', lore, '&x=A', sendStatus(404), '404'],
  [
    'another record',
    cves,
    '/api/cve/',
    sendBytes(readAnswer('kernel/cve-2024-26609.json'), JSON_TYPE),
    'the record of CVE-2025-68260 is that of CVE-2024-26609',
  ],
  [
    'a build of another name',
    lkft,
    '/api/builds/',
    sendJson({ results: [] }),
    'lkft/linux-mainline-master has no build "v6.17"',
  ],
  [
    'test runs that repeat',
    lkft,
    'cursor=',
    sendJson({ next: null, results: RUNS.results }),
    'a test run is on two pages',
  ],
  [
    'a next page elsewhere',
    lkft,
    'limit=',
    sendJson({ next: 'https://evil.example/?cursor=a', results: [] }),
    'its next page is at evil.example',
  ],
] as const)('%s is said, and the rows stay', async (_name, source, at, answer, said) => {
  const { result, isKept } = await followFault(source.recipe, at, answer);
  expect([result?.outcome, result?.failure?.message]).toEqual([
    'kept',
    expect.stringContaining(said),
  ]);
  expect(isKept).toBe(true);
});

function linkToItself(...[request, response]: Parameters<Answerer>): void {
  response.setHeader('link', `<https:/${request.url}>; rel="next"`);
  response.writeHead(200, { 'content-type': JSON_TYPE }).end(JSON.stringify(PATCHES));
}

function firstTree(): object {
  const [first] = JSON.parse(readAnswer('kernel/kernelci-trees.json')) as object[];
  return first ?? {};
}

test('an empty list of bugs, patches or messages is what the source says, not a fault', async () => {
  const empty = await followFault(
    WEB.syzbot.recipe,
    '/fixed',
    sendBytes(readAnswer('kernel/syzbot-none.json'), JSON_TYPE),
  );
  expect(empty.result?.failure).toBeNull();
  expect(empty.rows.at(-1)).toEqual({ asOf: '2026-11-24', open: 3, fixed: 0 });
  const none = await followFault(WEB.patchwork.recipe, '/patches/', sendJson([]));
  expect(none.rows).toEqual([
    { state: 'new', patches: 0, people: 0, oldest: null },
    { state: 'under-review', patches: 0, people: 0, oldest: null },
  ]);
});

test('KernelCI’s trees are read as recorded in 2025, and those of one name are told apart', async () => {
  const recorded = await decodeAnswer('kernel/kernelci-trees-recorded.json', 'json');
  const about = {
    name: 'netdev-testing/net-next-hw-2025-03-31--00-00',
    tree: 'netdev-testing',
    commit: 'net-next-6.15-4096-g47d25ec123984',
    started: '2025-03-31',
  };
  expect(readKernelciTrees(recorded).slice(3)).toEqual([
    { id: `${about.name} builds`, ...about, kind: 'builds', passed: 13, failed: 0, other: 0 },
    { id: `${about.name} boots`, ...about, kind: 'boots', passed: 40, failed: 1, other: 20 },
    { id: `${about.name} tests`, ...about, kind: 'tests', passed: 749, failed: 9, other: 438 },
  ]);
  const twice = [firstTree(), { ...firstTree(), git_repository_url: 'https://b.example/l.git' }];
  expect(new Set(readKernelciTrees(twice).map(({ name }) => name))).toEqual(
    new Set([
      'mainline/master of https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',
      'mainline/master of https://b.example/l.git',
    ]),
  );
  expect(readSyzbotBugs({ version: 1, Bugs: null })).toEqual([]);
});

test('results of several systems are read by the name of each, and what was not measured is null', () => {
  const results = readPhoronixCsv(readAnswer('kernel/phoronix-systems.csv'));
  expect(results.map(({ system, value, better }) => [system, value, better])).toEqual([
    ['v6.16, debug', 100.5, 'higher'],
    ['v6.17', 120, 'higher'],
    ['v6.16, debug', null, 'lower'],
    ['v6.17', 8.25, 'lower'],
  ]);
});

test.each([
  ['empty', '', 'there is no table of results'],
  ['cut', readAnswer('kernel/phoronix.csv').slice(0, 260), 'there is no table of results'],
  ['cut in a line', readAnswer('kernel/phoronix.csv').slice(0, -60), 'is no result'],
  [
    'of too few values',
    `${readAnswer('kernel/phoronix-systems.csv')}"A (s)",LIB,1\n`,
    '"A" has 1 values for 2 systems',
  ],
  [
    'of texts',
    `${readAnswer('kernel/phoronix-systems.csv')}"A (s)",LIB,1,fast\n`,
    '"A" has the value "fast"',
  ],
])('a file of the Phoronix Test Suite that is %s is refused', async (_name, text, said) => {
  const root = makeFolder();
  writeFiles(root, { 'data/raw/a.csv': text });
  const recipe = phoronixResults({ file: 'raw/a.csv', asOf: '2026-11-20' });
  const [result] = await runRefresh(root, { a: recipe });
  expect(result?.failure?.message).toContain(said);
  expect(readDataset(root, 'a').text).toBe('');
});

test('months that are over are counted, with those between that have nothing', () => {
  expect(countByMonth(['2024-02-01', '2024-04-30', '2024-05-01'], '2024-05-20')).toEqual([
    { asOf: '2024-02-29', count: 1 },
    { asOf: '2024-03-31', count: 0 },
    { asOf: '2024-04-30', count: 1 },
  ]);
  expect(countByMonth([], '2024-05-20')).toEqual([]);
});

// git is no part of Node: these hold wherever it is installed.
test.runIf(HAS_GIT)('a clone that is missing, strange or empty leaves the rows', async () => {
  const root = makeFolder();
  const clones = makeKernelClones(root);
  const strange = makeHistory(path.join(root, 'strange'), [{ day: '2026-01-05', files: {} }]);
  const refresh = async (recipe: SourceRecipe, env: Record<string, string>, name = 'a') => {
    const world = testWorld({ env: { PATH: process.env['PATH'], ...env } });
    const [result] = await runRefresh(root, { [name]: recipe }, { world });
    return result?.failure?.message ?? null;
  };
  const releases = commitsByRelease({ releases: ['v6.16', 'v6.17'] });
  expect(await refresh(releases, clones)).toBeNull();
  const before = readFileSync(path.join(root, 'data/a.json'), 'utf8');
  expect(await refresh(releases, {})).toContain('LINUX_TREE');
  expect(await refresh(releases, { LINUX_TREE: root })).toContain(
    'its folder is no git repository',
  );
  expect(await refresh(releases, { LINUX_TREE: strange })).toContain('v6.16');
  expect(await refresh(commitsByMonth({ to: '--output=x' }), clones)).toContain('is no revision');
  const others = { LINUX_TREE: strange, VULNS_TREE: strange };
  expect(await refresh(kernelCves(), others, 'b')).toContain('no records in cve/published');
  expect(await refresh(commitsByMonth({ paths: ['rust'] }), others, 'b')).toContain('no month');
  expect(readFileSync(path.join(root, 'data/a.json'), 'utf8')).toBe(before);
});

test('a history that git did not write is refused', () => {
  expect(formats.readHistory('@2026-01-05\n\ncve/a.json\n@2026-01-04\n')).toEqual([
    { day: '2026-01-05', files: ['cve/a.json'] },
    { day: '2026-01-04', files: [] },
  ]);
  expect(() => formats.readHistory('cve/a.json\n')).toThrow('is no day of a commit');
  expect(() => formats.readHistory('@soon\n')).toThrow('is no day of a commit');
});
