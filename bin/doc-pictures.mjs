/*
 * `npm run docs pictures`: draws the pictures of docs/ that show slides, from this repository's talks and from the samples of the pages
 * themselves. Pictures of the speaker's page are made by hand.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeThemePicture } from './theme-gallery.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = path.join(ROOT, 'docs/pictures');
const WIDTH = 1280;

/** Draws the pictures again. */
export async function writePictures() {
  await drawSlide('figure', { root: ROOT, talk: 'lpc-2024', slide: 'mailing-list' });
  await drawLayout();
  await writeThemePicture(path.join(PICTURES, 'themes.webp'));
}

/** Draws the sample of a layout in docs/theming.md. */
async function drawLayout() {
  const [, chapter = ''] = readFileSync(path.join(ROOT, 'docs/theming.md'), 'utf8').split(
    '## A layout of your own\n',
  );
  const [, options = ''] = /^```ts\n([^]*?)^```/m.exec(chapter) ?? [];
  const [, slide = ''] = /^```text\n([^]*?)^```/m.exec(chapter) ?? [];
  const root = mkdtempSync(path.join(ROOT, 'test/.picture-'));
  try {
    mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
    const config = `import { defineLayout, rostrum } from 'rostrum';\n\nconst plugin = ${options}\nexport default { plugins: [plugin] };\n`;
    writeFileSync(path.join(root, 'vite.config.ts'), config);
    const head = '---\ntitle: A tunnel or a ferry\nevent: Town hall\n---\n\n';
    writeFileSync(path.join(root, 'slides/talks/crossing.md'), head + slide);
    await drawSlide('own-layout', { root, talk: 'crossing', slide: 'the-crossing' });
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function drawSlide(name, { root, talk, slide }) {
  const { default: sharp } = await import('sharp');
  const folder = mkdtempSync(path.join(ROOT, 'test/.picture-'));
  try {
    const words = ['export', talk, '-f', 'png', '-r', `#${slide}`, '--scale', '2', '-o', folder];
    const { status } = spawnSync(process.execPath, [path.join(ROOT, 'bin/rostrum.mjs'), ...words], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(status ?? 1);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const file = files.find((one) => one.endsWith('.png'));
    await sharp(path.join(folder, file))
      .resize(WIDTH)
      .webp({ quality: 88 })
      .toFile(path.join(PICTURES, `${name}.webp`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
