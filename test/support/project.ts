import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A project in a folder of its own that goes when the test ends. */
export interface TemporaryProject {
  root: string;
  write(file: string, text: string): void;
  remove(file: string): void;
}

/** Writes files, by path from the project's root, into a new folder. */
export function makeProject(files: Record<string, string>): TemporaryProject {
  const project = openProjectFolder(files);
  onTestFinished(() => rmSync(project.root, { recursive: true, force: true }));
  return project;
}

/** Writes files, by path from the project's root, into a new folder that its caller removes. */
export function openProjectFolder(files: Record<string, string | Uint8Array>): TemporaryProject {
  const root = mkdtempSync(path.join(tmpdir(), 'rostrum-project-'));
  const write = (file: string, text: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { root, write, remove: (file) => rmSync(path.join(root, file)) };
}

/** A talk of three slides with a picture, a shared slide, a value and notes. */
export const SMALL_PROJECT: Record<string, string> = {
  'slides/talks/first.md': `---
title: First
event: Test 2026
date: 2026-01-01
---

# Opening

<!-- Speak slowly. -->

---

## Picture

![A square](../../assets/square.svg)

---
src: ../library/shared.md
---
`,
  'slides/library/shared.md': '## Shared\n\n{{ users.count }} users.\n',
  'data/users.json': `{
  "title": "Users",
  "unit": "users",
  "sources": { "us": { "name": "Us", "url": "https://example.org/" } },
  "rows": [
    { "asOf": "2024-01", "count": 10, "source": "us" },
    { "asOf": "2025-01", "count": 20, "source": "us" }
  ]
}
`,
  'assets/square.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n',
};
