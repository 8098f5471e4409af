/*
 * The gallery of themes: the talk `looks` of site/gallery in each theme, light and dark. `npm run docs` writes a page of them,
 * and `npm run docs pictures` the picture of all in docs/theming.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODES = ['light', 'dark'];
/** Themes in the table of docs/theming.md. */
const ROW = /^\| `([a-z]+)` +\| (.+?) +\|$/gm;
/** A theme of a project's own, from the package in examples/. */
const OWN = {
  name: 'harbour',
  about: "a project's own: the package [`rostrum-theme-harbour`](./theming.md#a-theme-of-your-own)",
};
/** Width of a sheet in the picture of all, and the space around it. */
const WIDTH = 800;
const GAP = 8;

/** Reads the themes that ship, each with what it is for. */
function readThemes() {
  const [, section = ''] = readFileSync(path.join(ROOT, 'docs/theming.md'), 'utf8').split(
    '## Themes\n',
  );
  return [...section.split('\n## ')[0].matchAll(ROW)].map(([, name, about]) => ({ name, about }));
}

/** Draws the slides in a theme and a mode as one picture. */
function drawSheet(theme, mode, file) {
  const words = [
    'export',
    'looks',
    '-f',
    'png',
    '--contact-sheet',
    '--theme',
    theme,
    `--${mode}`,
    '-o',
    file,
  ];
  const bin = path.join(ROOT, 'bin/rostrum.mjs');
  const cwd = path.join(ROOT, 'site/gallery');
  const { status, error } = spawnSync(process.execPath, [bin, ...words], { cwd, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Draws all themes into the public folder of the website, and returns their page. */
export function writeThemeGallery(publicFolder) {
  const folder = path.join(publicFolder, 'gallery/themes');
  mkdirSync(folder, { recursive: true });
  const parts = [...readThemes(), OWN].map(({ name, about }) => {
    const pictures = MODES.map((mode) => {
      drawSheet(name, mode, path.join(folder, `${name}-${mode}.png`));
      return `![Eight slides in the theme ${name}, ${mode}](/gallery/themes/${name}-${mode}.png)`;
    });
    return [`## ${name}`, `For ${about}`, ...pictures].join('\n\n');
  });
  const lead =
    'The same eight slides in each [theme](./theming.md#themes), light and dark. Yours are drawn by `npx rostrum export TALK -f png --contact-sheet --theme NAME`, and with `--dark`.';
  return ['# Gallery of themes', lead, ...parts].join('\n\n') + '\n';
}

/** Draws the themes that ship beside each other, light at the left and dark at the right. */
export async function writeThemePicture(file) {
  const { default: sharp } = await import('sharp');
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-themes-'));
  const rows = readThemes().map(({ name }) =>
    MODES.map((mode) => {
      const sheet = path.join(folder, `${name}-${mode}.png`);
      drawSheet(name, mode, sheet);
      return sheet;
    }),
  );
  const sized = await Promise.all(
    rows.flat().map((sheet) => sharp(sheet).resize(WIDTH).toBuffer({ resolveWithObject: true })),
  );
  const height = Math.max(...sized.map(({ info }) => info.height));
  const layers = sized.map(({ data }, index) => ({
    input: data,
    left: (index % 2) * (WIDTH + GAP),
    top: Math.floor(index / 2) * (height + GAP),
  }));
  const size = { width: 2 * WIDTH + GAP, height: rows.length * (height + GAP) - GAP };
  await sharp({ create: { ...size, channels: 3, background: '#ffffff' } })
    .composite(layers)
    .webp({ quality: 82 })
    .toFile(file);
  rmSync(folder, { recursive: true });
}
