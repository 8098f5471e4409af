import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toSlug } from '../../talk/text/slug.ts';
import type { Answers } from './answers.ts';
import { fillHead } from './talk-head.ts';

/** What the files of a new project depend on. */
export interface TemplateOptions {
  answers: Answers;
  /** Name of the project's folder, for its `package.json`. */
  name: string;
  /** Rostrum's version. */
  version: string;
  /** Whether the talk, its dataset and its picture are among the files. */
  hasExample: boolean;
  /** Whether the workflows for GitHub are among the files. */
  hasWorkflows: boolean;
}

const TALK = 'slides/talks/my-first-talk.md';
const EXAMPLE = /^(?:slides|data|assets)\/|^README\.md$/;
const WORKFLOWS = /^\.github\//;

/** Reads the files of a new project, by path from its root; a name that begins with "_" is one that begins with a dot. */
export function readTemplate(folder: string, options: TemplateOptions): Map<string, string> {
  const files = listFiles(folder).map((file): [string, string] => {
    const target = file.replaceAll(/(^|\/)_/g, '$1.');
    const text = readFileSync(path.join(folder, file), 'utf8');
    return fill(target, text.replaceAll('\r\n', '\n'), options);
  });
  const { hasExample, hasWorkflows } = options;
  return new Map(
    files.filter(
      ([file]) => (hasExample || !EXAMPLE.test(file)) && (hasWorkflows || !WORKFLOWS.test(file)),
    ),
  );
}

function fill(file: string, text: string, options: TemplateOptions): [string, string] {
  const { answers, name, version } = options;
  if (file === TALK) {
    const talk = toSlug(answers.title) || 'talk';
    return [`slides/talks/${talk}.md`, fillHead(text, { ...answers })];
  }
  if (file !== 'package.json') return [file, text];
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const whole = {
    ...manifest,
    name: toPackageName(name),
    dependencies: { rostrum: `^${version}` },
  };
  return [file, `${JSON.stringify(whole, null, 2)}\n`];
}

/** Returns a package name, which holds lower-case letters without accents, digits and hyphens. */
function toPackageName(name: string): string {
  return (
    toSlug(name)
      .replaceAll(/[^a-z0-9-]+/g, '')
      .replaceAll(/^-+|-+$/g, '') || 'my-talks'
  );
}

function listFiles(root: string, folder = ''): string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(root, file) : [file];
  });
}
