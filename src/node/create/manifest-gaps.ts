import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a project's own `package.json` lacks of the template's. */
export interface ManifestGaps {
  /** Scripts by name. */
  scripts: Record<string, string>;
  /** Whether Rostrum is not among its dependencies. */
  needsRostrum: boolean;
}

interface Manifest {
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Compares the `package.json` of a project with the template's; one that cannot be read lacks everything. */
export function findManifestGaps(root: string, template: string): ManifestGaps {
  const wanted = readManifest(template);
  const own = readManifest(root);
  const scripts = Object.entries(wanted.scripts ?? {}).filter(([name]) => !own.scripts?.[name]);
  const packages = { ...own.dependencies, ...own.devDependencies };
  return { scripts: Object.fromEntries(scripts), needsRostrum: !('rostrum' in packages) };
}

function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return {};
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Manifest | null) ?? {};
  } catch {
    return {};
  }
}
