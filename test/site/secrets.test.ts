import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { ExportArguments } from '../../src/node/export/export-options.ts';
import { openExporter } from '../support/exporter.ts';
import { readPdf } from '../support/pdf.ts';
import { openProjectFolder } from '../support/project.ts';
import { findSecrets, listMachine, PLACES, PLANTED_PROJECT } from '../support/secrets.ts';

const project = openProjectFolder(PLANTED_PROJECT);
const exporter = openExporter(project.root);
vi.stubEnv('PLANTED', PLACES.environment);
afterAll(async () => {
  vi.unstubAllEnvs();
  await exporter[Symbol.asyncDispose]();
});

const { notes, notesLine, ...others } = PLACES;
const NOTES = { notes, notesLine };

/** Gives all that an export wrote, with the words that the letters of a PDF draw. */
async function writeAll(name: string, options: ExportArguments): Promise<Buffer[]> {
  const { bytes, folder } = await exporter.write('first', name, options);
  if (bytes.length === 0) {
    return readdirSync(folder).map((file) => readFileSync(path.join(folder, file)));
  }
  return name.endsWith('.pdf')
    ? [bytes, Buffer.from(JSON.stringify(await readPdf(bytes)))]
    : [bytes];
}

const WITHOUT_NOTES: [name: string, options: ExportArguments][] = [
  ['plain.pdf', {}],
  ['steps.pdf', { steps: true, sources: true }],
  ['handout.pdf', { format: 'handout', notes: false }],
  ['pictures', { format: 'png' }],
  ['sheet.png', { format: 'png', 'contact-sheet': true }],
  ['plain.pptx', { notes: false }],
  ['plain.html', {}],
  ['plain.md', {}],
  ['plain.json', {}],
];

test.each(WITHOUT_NOTES)('%s holds nothing that its talk does not show', async (name, options) => {
  const secrets = { ...NOTES, ...others, ...listMachine(project.root) };
  const files = await writeAll(name, options);
  expect(files.flatMap((bytes) => findSecrets(bytes, secrets))).toEqual([]);
});

const WITH_NOTES: [name: string, options: ExportArguments][] = [
  ['notes.pdf', { notes: true }],
  ['notes-handout.pdf', { format: 'handout' }],
  ['notes.pptx', {}],
  ['notes.html', { notes: true }],
  ['notes.md', { notes: true }],
  ['notes.json', { notes: true }],
  ['notes.txt', {}],
];

test.each(WITH_NOTES)(
  '%s holds the notes, which shows that they are found',
  async (name, options) => {
    const secrets = { ...NOTES, ...others, ...listMachine(project.root) };
    const files = await writeAll(name, options);
    const found = new Set(files.flatMap((bytes) => findSecrets(bytes, secrets)));
    expect([...found].sort()).toEqual(['notes', 'notesLine']);
  },
);
