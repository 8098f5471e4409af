import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DiagramAnswer } from '../../talk/model/diagram/diagram-source.ts';

import { undrawnDiagram } from '../../talk/problems/problems.ts';
import { findPackage, type PackageProject } from '../find-package.ts';

/** A program that draws the diagrams of a language. */
export interface DiagramTool {
  /** Names the program and its version. */
  state: string;
  /** Draws texts, each within bounds of time and size. */
  draw(texts: readonly string[]): Promise<DiagramAnswer[]>;
}

/** Whose packages are looked for, and whether those of the project are left alone. */
export type ToolPlace = PackageProject;

/** An installed package. */
export interface DiagramPackage {
  folder: string;
  version: string;
}

/** Milliseconds that a diagram may take. */
export const DRAW_TIMEOUT_MS = 15_000;

/** Builds the answer for a diagram that this machine cannot draw. */
export function undrawn(why: string, hint: string): DiagramAnswer {
  return { kind: 'undrawn', toProblem: (span) => undrawnDiagram(why, hint, span) };
}

/** Builds the answer for a diagram that takes longer than the bound. */
export function tooSlow(): DiagramAnswer {
  return undrawn(
    `drawing it takes more than ${DRAW_TIMEOUT_MS / 1000} seconds`,
    'Make it smaller.',
  );
}

/** Finds a package beside the engine or in the project; undefined when it is not installed. */
export function findDiagramPackage(name: string, place: ToolPlace): DiagramPackage | undefined {
  const entry = findPackage(name, place);
  if (entry === undefined) return undefined;
  const inner = path.join('node_modules', name);
  const folder = entry.slice(0, entry.lastIndexOf(inner) + inner.length);
  const about = readFileSync(path.join(folder, 'package.json'), 'utf8');
  return { folder, version: (JSON.parse(about) as { version: string }).version };
}
