import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MANIFEST = 'mqtt/package.json';
/** The whole client as a script that sets a global variable. */
const SCRIPT = 'dist/mqtt.min.js';

/** A project whose pages may need the package. */
export interface MqttProject {
  root: string;
  /** Whether no code of the project runs; only a package beside the engine counts then. */
  isSafe: boolean;
}

/** Finds the folder of the package `mqtt` beside the engine or in the project; undefined when it is not installed. */
export function findMqtt(
  { root, isSafe }: MqttProject,
  engine: string = fileURLToPath(import.meta.url),
): string | undefined {
  const ofProject = isSafe ? [] : [path.join(root, 'package.json')];
  for (const from of [engine, ...ofProject]) {
    try {
      return path.dirname(createRequire(from).resolve(MANIFEST));
    } catch {
      // The next may have it.
    }
  }
  return undefined;
}

/** Finds the package's script for pages; undefined when it is not installed. */
export function findMqttScript(project: MqttProject): string | undefined {
  const folder = findMqtt(project);
  return folder === undefined ? undefined : path.join(folder, SCRIPT);
}
