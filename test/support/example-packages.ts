import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  linkPackages,
  listDependencies,
  packTarball,
  REPOSITORY,
  unpackTarball,
} from './package.ts';

/** The packages in `examples/`. */
export const EXAMPLES = ['rostrum-theme-harbour', 'rostrum-block-gauge'];

const row = (count: number): string =>
  JSON.stringify({
    title: 'Seats',
    live: { interval: '1s' },
    sources: { us: { name: 'Us', url: 'https://example.org/' } },
    editions: [{ asOf: '2024-01-01', rows: [{ taken: count }] }],
  });

const FILES: Record<string, string> = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'vite.config.ts': `import { defineConfig, rostrum, type RostrumOptions } from 'rostrum';
import gauge from 'rostrum-block-gauge';
import harbour from 'rostrum-theme-harbour';

const options: RostrumOptions = { themes: [harbour], blocks: [gauge] };
export default defineConfig({ plugins: [rostrum(options)] });
`,
  'slides/talks/ferry.md': `---
title: The ferry
theme: harbour
---

# The ferry

---
layout: compare
---

# The crossing

40 minutes by ferry

::after::

25 minutes by tunnel

::verdict::

\`\`\`gauge
data: seats
value: taken
of: 320
label: seats are taken
\`\`\`
`,
  'data/seats.json': row(80),
};

/** Writes the data with another number. */
export const writeSeats = row;

/** Writes a project in which the tarball of Rostrum and those of the examples are installed. */
export async function installExamples(root: string, tarball: string): Promise<void> {
  const modules = path.join(root, 'node_modules');
  await unpackTarball(tarball, path.join(modules, 'rostrum'));
  for (const name of EXAMPLES) {
    const packed = await packTarball(path.join(REPOSITORY, 'examples', name), root);
    await unpackTarball(packed, path.join(modules, name));
  }
  linkPackages(root, [...listDependencies(), '@sparticuz/chromium']);
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

/** Writes the settings of TypeScript for a way of finding modules. */
export function writeTypeSettings(root: string, moduleResolution: string): void {
  const module = moduleResolution === 'bundler' ? 'ESNext' : 'node16';
  const compilerOptions = {
    target: 'ES2023',
    ...{ module, moduleResolution },
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  };
  const settings = { compilerOptions, include: ['vite.config.ts', 'types.ts'] };
  writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify(settings));
}
