import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeEngine } from './engine.mjs';
import { readExample } from './examples.mjs';

/*
 * Writes below `dist` what the package brings: the bundled Node floor, the browser floor as JavaScript and as the files that pages
 * load, types and licences.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = path.join(ROOT, 'dist');
const ASSET = /\.(?:css|svg|woff2|txt)$/;
const IMPORT = /(\bfrom |\bimport\()'(\.[^']+)\.ts'/g;
const BARE = /\bfrom '([^.'][^']*)'/g;
const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
/** The declarations that the package's exports name. */
const DOORS = ['node/api.d.ts', 'browser/api.d.ts', 'kernel/api.d.ts'];
const LICENCE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;

rmSync(DIST, { recursive: true, force: true });
await packEngine();
await packClient();
await packSchemas();
packFloor();
packTypes();

/** The folder is called after what is in it, so that whatever is kept from run to run knows which engine made it. */
async function packEngine() {
  const draft = path.join(DIST, 'draft');
  const modules = await writeEngine(draft, { minify: true });
  const hash = hashFiles(draft);
  mkdirSync(path.join(DIST, 'engine'));
  renameSync(draft, path.join(DIST, 'engine', hash));
  writeFileSync(path.join(DIST, 'licences.txt'), listLicences(modules));
}

function hashFiles(folder) {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of names.sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The browser floor is built here, so that no installation has to do it before its first page. */
async function packClient() {
  const draft = path.join(DIST, 'draft');
  const entries = {
    client: 'src/node/client/client.ts',
    site: 'src/node/vite/finished/site-floor.ts',
  };
  await writeEngine(draft, {}, entries);
  const load = (name) => import(pathToFileURL(path.join(draft, `${name}.mjs`)).href);
  const [{ ensureClients }, { ensureSiteFloors }] = [await load('client'), await load('site')];
  const folders = { ...(await ensureClients()), ...(await ensureSiteFloors()) };
  for (const [name, folder] of Object.entries(folders)) {
    const hash = hashFiles(folder);
    cpSync(folder, path.join(DIST, name, hash), { recursive: true });
  }
  rmSync(draft, { recursive: true });
}

/** Editors complete and check front matter, blocks and data files by these; `rostrum explain` prints what problems mean. */
async function packSchemas() {
  const draft = path.join(DIST, 'draft');
  await writeEngine(
    draft,
    {},
    {
      schemas: 'src/node/schemas/schemas.ts',
      problems: 'src/node/reference/problem-pages.ts',
    },
  );
  const load = (name) => import(pathToFileURL(path.join(draft, `${name}.mjs`)).href);
  const { listSchemas } = await load('schemas');
  const { explanations } = await load('problems');
  const read = (name) => readFileSync(path.join(ROOT, 'docs', `${name}.md`), 'utf8');
  const pages = { writing: read('writing'), blocks: read('blocks'), data: read('data') };
  writeFileSync(
    path.join(DIST, 'problems.md'),
    explanations({ problems: read('problems'), exampleOf: readExample }),
  );
  mkdirSync(path.join(DIST, 'schema'));
  for (const [name, schema] of Object.entries(listSchemas(pages))) {
    writeFileSync(path.join(DIST, 'schema', name), `${JSON.stringify(schema, null, 2)}\n`);
  }
  rmSync(draft, { recursive: true });
}

/** Each module of the browser floor stays a file, so that Vite splits and leaves out as it does in a clone. */
function packFloor() {
  const floor = path.join(DIST, 'floor');
  const flags = ['--noEmit', 'false', '--rewriteRelativeImportExtensions', '--rootDir', 'src'];
  for (const room of ['browser', 'kernel']) {
    tsc('-p', `src/${room}`, ...flags, '--outDir', floor);
    cpSync(path.join(ROOT, 'src', room), path.join(floor, room), {
      recursive: true,
      filter: (file) => !path.extname(file) || ASSET.test(file),
    });
  }
}

/** Writes the declarations that the package's exports lead to, and no others. */
function packTypes() {
  const draft = path.join(DIST, 'draft');
  const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly'];
  for (const floor of ['src/node', 'src/browser', 'src/kernel']) {
    tsc('-p', floor, ...flags, '--rootDir', '.', '--outDir', draft);
  }
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(path.join(draft, 'src', file), 'utf8');
    for (const [, name] of text.matchAll(BARE)) requireDependency(name, file);
    const target = path.join(DIST, 'types', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text.replaceAll(IMPORT, "$1'$2.js'"));
    for (const [, , name] of text.matchAll(IMPORT))
      visit(path.posix.join(path.posix.dirname(file), `${name}.d.ts`));
  };
  DOORS.forEach(visit);
  rmSync(draft, { recursive: true });
}

/** A declaration that names a package which no installation brings would be an error in each strict project. */
function requireDependency(name, file) {
  if (name === 'rostrum') return;
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  if (!Object.hasOwn(dependencies, name)) throw new Error(`${file} has types of "${name}".`);
}

/** Writes what TypeScript makes of a floor, whose types `npm test` checks. */
function tsc(...args) {
  const program = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [program, '--noCheck', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Lists the packages that the bundle holds, each with its licence. */
function listLicences(modules) {
  const folders = new Set(
    modules.flatMap((file) => PACKAGE.exec(file.replaceAll('\\', '/'))?.[1] ?? []),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(folder).find((one) => LICENCE.test(one));
    const text =
      file && existsSync(path.join(folder, file))
        ? readFileSync(path.join(folder, file), 'utf8').trim()
        : '';
    return `${name} ${version}, ${license}\n\n${text}\n`;
  });
  return `Rostrum's own bundle holds parts of these packages.\n\n${texts.join('\n---\n\n')}`;
}
