import path from 'node:path';
import { addFiles, type Added } from './add-files.ts';
import type { Answers } from './answers.ts';
import { inspectPlace, type Place } from './project-place.ts';
import { readTemplate } from './template.ts';

/** What a new project is made of. */
export interface CreateOptions {
  /** Folder of the template. */
  template: string;
  /** Rostrum's version, for the project's `package.json`. */
  version: string;
  hasWorkflows: boolean;
  /** Called once the folder is known to be usable. */
  answer: () => Promise<Answers>;
}

/** What was written, and what the folder held before. */
export interface Created extends Added {
  place: Place;
}

/** Writes a project into a folder: all files into an empty one, missing files into a project. */
export async function createProject(root: string, options: CreateOptions): Promise<Created> {
  const place = inspectPlace(root);
  const { template, version, hasWorkflows } = options;
  const files = readTemplate(template, {
    answers: await options.answer(),
    name: path.basename(root),
    version,
    hasExample: !place.hasTalks,
    hasWorkflows,
  });
  return { ...addFiles(root, files), place };
}
