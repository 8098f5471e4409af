/*
 * Code from commits of a repository of 50,000 files, made for this: node bench/commits.mjs [RUNS]
 * Prints medians, with the least and the most, in milliseconds. Takes about a minute, most of it for the repository.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runnerImport } from 'vite';

const FILES = 50_000;
const COMMITS = 200;
/** Lines of the file that each commit changes, as long as kernel/fork.c. */
const LINES = 3300;
const PLACES = 20;
const WEEK = 7 * 86_400;
const DAY = 1_600_000_000;
const CHANGED = 'kernel/fork.c';
const STILL = 'd10/s03/f001.c';

/** Returns a number below a limit, always the same for the same seed. */
function pick(seed, limit) {
  return Math.abs(Math.imul(seed ^ (seed >>> 13), 0x9e3779b1)) % limit;
}

function* writeStream() {
  const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  for (let file = 0; file < FILES; file++) {
    const lines = Array.from({ length: 40 }, (_, line) => {
      const number = pick(file * 41 + line, 1e6);
      return `\tstatic int value_${number} = lock(page, ${pick(number, 97)});\n`;
    });
    yield `blob\nmark :${file + 1}\n${data(lines.join(''))}`;
  }
  const fork = Array.from({ length: LINES }, (_, line) => `int f${line}(void) { return ${line}; }`);
  let mark = FILES;
  for (let commit = 0; commit < COMMITS; commit++) {
    fork[commit * 15] = `/* changed in ${commit} */`;
    const [blob, own, last] = [++mark, ++mark, mark - 2];
    const who = `A <a@town.example> ${DAY + commit * WEEK} +0000`;
    yield `blob\nmark :${blob}\n${data(`${fork.join('\n')}\n`)}`;
    yield `commit refs/heads/main\nmark :${own}\ncommitter ${who}\n${data(`Change ${commit}`)}`;
    if (commit > 0) yield `from :${last}\n`;
    else for (let file = 0; file < FILES; file++) yield `M 100644 :${file + 1} ${nameFile(file)}\n`;
    yield `M 100644 :${blob} ${CHANGED}\n\n`;
    const tag = `v${5 + Math.floor(commit / 20)}.${commit % 20}`;
    yield `tag ${tag}\nfrom :${own}\ntagger ${who}\n${data(tag)}`;
  }
}

function nameFile(file) {
  const two = (number) => String(number).padStart(2, '0');
  const [top, folder, name] = [file / 1000, (file / 50) % 20, file % 50].map(Math.floor);
  return `d${two(top)}/s${two(folder)}/f0${two(name)}.c`;
}

async function createRepository(folder) {
  spawnSync('git', ['init', '--quiet', '--bare', folder]);
  const words = ['-C', folder, 'fast-import', '--quiet'];
  const git = spawn('git', words, { stdio: ['pipe', 'inherit', 'inherit'] });
  for (const text of writeStream()) if (!git.stdin.write(text)) await once(git.stdin, 'drain');
  git.stdin.end();
  await once(git, 'close');
  spawnSync('git', ['-C', folder, '-c', 'pack.window=2', 'repack', '-adq']);
}

function print(name, runs, work) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const [middle, least, most] = [times[runs >> 1], times[0], times.at(-1)].map((one) =>
    one.toFixed(1),
  );
  process.stdout.write(`${name.padEnd(60)} ${middle} (${least}\u2013${most})\n`);
}

const load = async (file) => (await runnerImport(path.resolve('src', file))).module;
const { openCode } = await load('node/code/code.ts');
const { updateLock } = await load('node/code/lock-code.ts');
const { checkCode } = await load('node/code/check-code.ts');
const { writeLock } = await load('talk/code/code-lock.ts');
const { parseCodePlace } = await load('talk/code/code-place.ts');

const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-bench-'));
const runs = Number(process.argv[2] ?? 11);
let lock;
const open = () =>
  openCode({
    root: folder,
    env: { ...process.env, ROSTRUM_REPO_LINUX: folder },
    readText: () => lock,
    stampOf: () => lock ?? null,
  });
const uses = Array.from({ length: PLACES }, (_, index) => ({
  place: parseCodePlace(
    `linux@v6.${index % 18}:${index % 2 ? CHANGED : STILL}#L${index + 1}-${index + 15}`,
  ),
  span: { file: 'a.md', line: 1, column: 1, length: 1 },
}));
const one = parseCodePlace(`linux@v6.17:${CHANGED}#L10-30`);
const two = parseCodePlace(`linux@v6.1..v6.12:${CHANGED}#L300-340`);
try {
  await createRepository(folder);
  print('lines of one file, first read', runs, () => open().read(one));
  const kept = open();
  kept.read(one);
  print('the same again', runs, () => kept.read(one));
  print('a comparison of two versions, first read', runs, () => open().read(two));
  print(`"rostrum lock" of ${PLACES} places`, runs, () => {
    lock = undefined;
    lock = writeLock(updateLock(open(), uses, { isUpdate: false }).lock);
  });
  print(`${PLACES} locked places, and whether their tags moved`, runs, () => {
    const reader = open();
    for (const { place } of uses) reader.read(place);
  });
  const shown = uses.map((use) => ({ ...use, until: '2100-01-01' }));
  print(`"rostrum check" of them against ${COMMITS} tags`, runs, () =>
    checkCode(open(), { shown, named: uses, readText: () => lock }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
