import type { Example } from './example.ts';

type Module = Record<string, unknown>;

const modules = import.meta.glob<Module>('./examples/*.ts', { eager: true });

/** All examples by the name of their file; the gallery shows them, the browser tests draw them. */
export const examples: Record<string, Example> = Object.fromEntries(
  Object.entries(modules).map(([path, module]) => [nameOf(path), makeExample(path, module)]),
);

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ts$/, '');
}

function makeExample(path: string, module: Module): Example {
  const make = Object.values(module).find((value) => typeof value === 'function');
  if (!make) throw new Error(`${path} exports no function.`);
  return make() as Example;
}
