import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowsers } from '../../src/node/chromium/find-browser.ts';
import { Project } from '../../src/node/project/project.ts';
import type { Talk } from '../../src/talk/model/talk.ts';
import { findKernelBlocks } from '../support/kernel-blocks.ts';
import { hasType3Font, listFonts, readPdf, type ReadPdf } from '../support/pdf.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const TINY = path.join(REPOSITORY, 'test/projects/tiny');
const BIN = path.join(REPOSITORY, 'bin/rostrum.mjs');

interface Ended {
  code: number | null;
  signal: string | null;
  out: string;
  err: string;
}

let output: string;
beforeAll(() => {
  output = mkdtempSync(path.join(tmpdir(), 'rostrum-export-'));
});
afterAll(() => rmSync(output, { recursive: true, force: true }));

function start(words: string[], { cwd = TINY, env = {} } = {}) {
  const child = spawn(process.execPath, [BIN, 'export', ...words], {
    cwd,
    env: { ...process.env, TMPDIR: output, ...env },
  });
  const ended = new Promise<Ended>((resolve) => {
    const result = { out: '', err: '' };
    child.stdout.on('data', (text) => (result.out += String(text)));
    child.stderr.on('data', (text) => (result.err += String(text)));
    child.on('close', (code, signal) => resolve({ ...result, code, signal }));
  });
  return { child, ended };
}

const run = (words: string[], options = {}): Promise<Ended> => start(words, options).ended;

describe("the repository's talks", () => {
  const talks: Talk[] = [];
  const pdfs = new Map<string, ReadPdf>();
  let ended: Ended;

  beforeAll(async () => {
    const project = new Project({ root: REPOSITORY, blocks: findKernelBlocks(REPOSITORY) });
    for (const name of project.talkNames) {
      const checked = await project.compile(name);
      if (checked) talks.push(checked.value);
    }
    ended = await run([...project.talkNames, '-o', output], { cwd: REPOSITORY });
    for (const { name } of talks) {
      const file = path.join(output, `${name}.pdf`);
      if (existsSync(file)) pdfs.set(name, await readPdf(readFileSync(file)));
    }
  });

  const each = (check: (talk: Talk, pdf: ReadPdf) => void): void => {
    expect([...pdfs.keys()].length).toBe(talks.length);
    for (const talk of talks) {
      const pdf = pdfs.get(talk.name);
      if (pdf) check(talk, pdf);
    }
  };

  test('are exported in one run, each to its file', () => {
    expect(ended.code).toBe(0);
    expect(ended.out.trim().split('\n')).toHaveLength(talks.length);
    expect([...pdfs.keys()].sort()).toEqual(talks.map(({ name }) => name).sort());
  });

  test('have one page a slide, all of one size', () => {
    each(({ slides }, { pages }) => {
      expect(pages).toHaveLength(slides.length);
      expect(new Set(pages.map(({ size }) => size.join(' ')))).toEqual(new Set(['960 540']));
    });
  });

  test('show the title of each slide on its page, as text', () => {
    each(({ slides }, { pages }) => {
      slides.forEach(({ id, title }, index) => {
        const text = squeeze(pages[index]?.text ?? '');
        expect(text.includes(squeeze(title)), `${id}: "${title}"`).toBe(true);
      });
    });
  });

  test('keep every link', () => {
    each(({ slides }, { pages }) => {
      slides.forEach(({ id, html }, index) => {
        const wanted = new Set(
          [...html.matchAll(/href="(https?:[^"]+)"/g)].map((match) => toUrl(match[1] ?? '')),
        );
        const found = new Set(pages[index]?.links.map(toUrl));
        expect(
          [...wanted].filter((url) => !found.has(url)),
          id,
        ).toEqual([]);
      });
    });
  });

  test('are tagged on every page, with the title of the slide as a heading', () => {
    each(({ slides }, { pages }) => {
      slides.forEach(({ id, title }, index) => {
        const headings = pages[index]?.tags.filter((tag) => /^H[12]$/.test(tag)) ?? [];
        expect(headings.length, id).toBe(title === '' ? 0 : 1);
      });
    });
  });

  test('have a bookmark for every slide, beneath its section', () => {
    each(({ slides }, { bookmarks }) => {
      const titles = bookmarks.flatMap(({ title, items }) => [
        title,
        ...items.map((item) => item.title),
      ]);
      expect(titles).toEqual(slides.map(({ title }, index) => title || `Slide ${index + 1}`));
      const sections = slides
        .filter(({ layout }) => layout === 'section')
        .map(({ title }) => title);
      expect(bookmarks.map(({ title }) => title)).toEqual(expect.arrayContaining(sections));
    });
  });

  test('say what they are', () => {
    each(({ meta }, { info }) => {
      expect(info).toMatchObject({
        Title: meta.title,
        Author: meta.speaker,
        Language: meta.language,
      });
    });
  });

  test('hold no letters as drawings', () => {
    for (const name of pdfs.keys())
      expect(hasType3Font(readFileSync(path.join(output, `${name}.pdf`))), name).toBe(false);
  });

  test('are set in the two faces, down to the last sign', () => {
    for (const name of pdfs.keys()) {
      const fonts = listFonts(readFileSync(path.join(output, `${name}.pdf`)));
      expect(fonts, name).toContain('IBMPlexSans-SemiBold');
      expect(
        fonts.filter((font) => !/^IBMPlex(?:Sans|Mono)\b/.test(font)),
        name,
      ).toEqual([]);
    }
  });
});

describe('a tiny project', () => {
  test('is exported under its name into the folder one stands in, the same bytes twice', async () => {
    const cwd = path.join(output, 'copy');
    cpSync(TINY, cwd, { recursive: true });
    expect(await run([], { cwd })).toMatchObject({ code: 0 });
    const first = readFileSync(path.join(cwd, 'harbour.pdf'));
    await run(['harbour', '-o', 'again.pdf'], { cwd });
    expect(readFileSync(path.join(cwd, 'again.pdf')).equals(first)).toBe(true);
    const written = readdirSync(cwd).filter((name) => name.includes('.pdf'));
    expect(written.sort()).toEqual(['again.pdf', 'harbour.pdf']);
  });

  test('shows the data of another day when asked', async () => {
    const file = path.join(output, 'earlier.pdf');
    await run(['harbour', '-o', file, '--as-of', '2024-12-31']);
    const { pages } = await readPdf(readFileSync(file));
    expect(squeeze(pages[1]?.text ?? '')).toContain(squeeze('17 boats at the quay'));
  });
});

describe('what goes wrong', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(output, 'wrong-'));
  });

  test('an unknown talk ends with 2 and names the nearest', async () => {
    const ended = await run(['harbor', '-o', folder]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('No talk is called "harbor".\nDid you mean "harbour"?');
  });

  test('a folder that does not exist ends with 2, before anything is done', async () => {
    const ended = await run(['-o', path.join(folder, 'none', 'talk.pdf')]);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(`There is no folder "${path.join(folder, 'none')}".`);
  });

  test('one file for several talks ends with 2', async () => {
    const words = ['lpc-2024', 'kangrejos-2024', '-o', path.join(folder, 'both.pdf')];
    const ended = await run(words, { cwd: REPOSITORY });
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('2 talks are to be exported');
  });

  test('a talk with errors ends with 1, reports them, and leaves no file', async () => {
    mkdirSync(path.join(folder, 'slides/talks'), { recursive: true });
    writeFileSync(
      path.join(folder, 'slides/talks/bad.md'),
      '---\ntitle: Bad\ndate: 2024-01-01\n---\n\n# {{ missing.value }}\n',
    );
    const ended = await run(['bad'], { cwd: folder });
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain('slides/talks/bad.md:6:6  unknown-dataset');
    expect(ended.err).toContain('"bad" was not exported: 1 error.');
    expect(readdirSync(folder)).toEqual(['slides']);
  });

  test('a picture that cannot be drawn is named with its slide', async () => {
    mkdirSync(path.join(folder, 'slides/talks'), { recursive: true });
    writeFileSync(
      path.join(folder, 'slides/talks/bad.md'),
      '---\ntitle: Bad\ndate: 2024-01-01\n---\n\n# A picture\n\n![Broken](broken.png)\n',
    );
    writeFileSync(path.join(folder, 'slides/talks/broken.png'), 'BM, and no picture');
    const ended = await run([], { cwd: folder });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('slide a-picture: picture');
    expect(existsSync(path.join(folder, 'bad.pdf'))).toBe(false);
  });

  test('a browser that does not start ends with 3 and says what was tried', async () => {
    const browser = writeScript('echo "no display" >&2; exit 5');
    const ended = await run(['-o', folder], { env: { ROSTRUM_BROWSER: browser } });
    expect(ended.code).toBe(3);
    expect(ended.err).toContain(`${browser}: The browser ended with code 5: no display.`);
  });

  test('a browser that dies half-way ends with 3 and leaves no file', async () => {
    const browser = writeScript(`echo $$ > ${path.join(folder, 'pid')}; ${await execBrowser()}`);
    const { child, ended } = start(['-o', folder], { env: { ROSTRUM_BROWSER: browser } });
    process.kill(await readPid(path.join(folder, 'pid'), ended), 'SIGKILL');
    const { code, err } = await ended;
    expect(code, err).toBe(3);
    expect(err).toContain('The browser was ended by SIGKILL');
    expect(child.exitCode).toBe(3);
    expect(existsSync(path.join(folder, 'harbour.pdf'))).toBe(false);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it at once, browser and all',
    async (signal) => {
      const browser = writeScript(`echo $$ > ${path.join(folder, 'pid')}; ${await execBrowser()}`);
      const { child, ended } = start(['-o', folder], { env: { ROSTRUM_BROWSER: browser } });
      const pid = await readPid(path.join(folder, 'pid'), ended);
      child.kill(signal);
      expect(await ended).toMatchObject({ signal, out: '' });
      await waitUntilGone(pid);
      expect(readdirSync(folder).sort()).toEqual(['browser', 'pid']);
      expect(readdirSync(output).filter((name) => name.startsWith('rostrum-browser'))).toEqual([]);
    },
  );

  function writeScript(text: string): string {
    const file = path.join(folder, 'browser');
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  }
});

/** Makes the line of a script that becomes the bundled browser. */
async function execBrowser(): Promise<string> {
  for await (const { path: program, env } of findBrowsers({ prefer: 'bundled' })) {
    const settings = Object.entries(env).map(([name, value]) => `${name}='${value}'`);
    return `exec env ${settings.join(' ')} '${program}' --no-sandbox --no-zygote "$@"`;
  }
  throw new Error('There is no browser to test with.');
}

/** Waits for the process id in a file; fails with what was printed when the export ends before. */
async function readPid(file: string, ended: Promise<Ended>): Promise<number> {
  let early: Ended | undefined;
  void ended.then((result) => (early = result));
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    if (early) throw new Error(`The export ended early: ${early.err}`);
    await pause();
  }
  return Number(readFileSync(file, 'utf8'));
}

async function waitUntilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause();
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

function toUrl(text: string): string {
  return new URL(text.replaceAll('&amp;', '&')).href;
}
