import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { foldRuntime } from '../../../../../src/node/vite/finished/fold.ts';

const RUNTIME = 'var e=1,t=o=>o+e;export{t,e as n};';

function makeBundle(runtime: string, user: string): Rolldown.OutputBundle {
  const chunk = (name: string, code: string, imports: string[]): object => {
    const fileName = `assets/${name}-1a2b.js`;
    return { type: 'chunk', name, fileName, code, imports, map: null };
  };
  const chunks = [
    chunk('rolldown-runtime', runtime, []),
    chunk('user', user, ['assets/rolldown-runtime-1a2b.js', 'assets/other-1a2b.js']),
  ] as Rolldown.OutputChunk[];
  return Object.fromEntries(chunks.map((one) => [one.fileName, one]));
}

function codeOf(bundle: Rolldown.OutputBundle): string {
  const user = bundle['assets/user-1a2b.js'];
  return user?.type === 'chunk' ? user.code : '';
}

test('puts the helpers where they are imported, under the names they have there', () => {
  const bundle = makeBundle(
    RUNTIME,
    'import{t as e,n as r}from"./rolldown-runtime-1a2b.js";import{x}from"./other-1a2b.js";use(x,e(r));',
  );
  foldRuntime(bundle);
  expect(Object.keys(bundle)).toEqual(['assets/user-1a2b.js']);
  expect(codeOf(bundle)).toBe(
    'const{t:e,n:r}=(()=>{var e=1,t=o=>o+e;return{t:t,n:e}})();import{x}from"./other-1a2b.js";use(x,e(r));',
  );
});

test('leaves everything as it is where it does not understand one import', () => {
  const user = 'import*as e from"./rolldown-runtime-1a2b.js";use(e);';
  const bundle = makeBundle(RUNTIME, user);
  foldRuntime(bundle);
  expect(Object.keys(bundle)).toHaveLength(2);
  expect(codeOf(bundle)).toBe(user);
});
