import { pathToFileURL } from 'node:url';
import type sharp from 'sharp';
import { findPackage, type PackageProject } from '../find-package.ts';

/** The function that the package `sharp` exports. */
export type Sharp = typeof sharp;

/** Loads the package `sharp`; null when it is not installed or has no part for this machine. */
export async function loadSharp(project: PackageProject): Promise<Sharp | null> {
  const file = findPackage('sharp', project);
  if (file === undefined) return null;
  try {
    const loaded = (await import(pathToFileURL(file).href)) as { default: Sharp };
    return loaded.default;
  } catch {
    return null;
  }
}
