import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A project that may have an optional package. */
export interface PackageProject {
  root: string;
  /** Whether no code of the project runs; only a package beside the engine counts then. */
  isSafe: boolean;
}

/** Finds a file of an optional package beside the engine or in the project; undefined when it is not installed. */
export function findPackage(
  name: string,
  { root, isSafe }: PackageProject,
  engine: string = fileURLToPath(import.meta.url),
): string | undefined {
  const ofProject = isSafe ? [] : [path.join(root, 'package.json')];
  for (const from of [engine, ...ofProject]) {
    try {
      return createRequire(from).resolve(name);
    } catch {
      // The next may have it.
    }
  }
  return undefined;
}

const MQTT_MANIFEST = 'mqtt/package.json';
/** The whole client as a script that sets a global variable. */
const MQTT_SCRIPT = 'dist/mqtt.min.js';

/** Finds the folder of the package `mqtt` beside the engine or in the project; undefined when it is not installed. */
export function findMqtt(project: PackageProject, engine?: string): string | undefined {
  const manifest = findPackage(MQTT_MANIFEST, project, engine);
  return manifest === undefined ? undefined : path.dirname(manifest);
}

/** Finds the package's script for pages; undefined when it is not installed. */
export function findMqttScript(project: PackageProject): string | undefined {
  const folder = findMqtt(project);
  return folder === undefined ? undefined : path.join(folder, MQTT_SCRIPT);
}
