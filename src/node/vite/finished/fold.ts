import type { Rolldown } from 'vite';

const RUNTIME = 'rolldown-runtime';
const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["']\.\/([^"']+)["'];?/g;
const EXPORT = /export\s*\{([^}]*)\};?\s*$/;

/**
 * Moves Rolldown's own helpers, which no group of chunks can hold, into the files that import them. They are a few
 * words. Without this, pages with blocks make one request more: 13 at the first visit of a talk with charts and live
 * data, where `test/site/visit.test.ts` allows 12. A form it does not know stays unchanged. See `docs/upstream.md`.
 */
export function foldRuntime(bundle: Rolldown.OutputBundle): void {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const runtime = chunks.find(({ name }) => name === RUNTIME);
  const [ending, names] = EXPORT.exec(runtime?.code ?? '') ?? [];
  const users = chunks.filter(({ imports }) => runtime && imports.includes(runtime.fileName));
  if (!runtime || ending === undefined || names === undefined) return;
  if (runtime.imports.length > 0 || users.some(({ map }) => map)) return;
  const body = `${runtime.code.slice(0, -ending.length)}return{${pair(names, true)}}`;
  const folded = users.map(({ code }) =>
    code.replaceAll(IMPORT, (found, wanted: string, file: string) =>
      runtime.fileName.endsWith(`/${file}`)
        ? `const{${pair(wanted, false)}}=(()=>{${body}})();`
        : found,
    ),
  );
  if (folded.some((code, index) => code === users[index]?.code)) return;
  users.forEach((user, index) => (user.code = folded[index] ?? user.code));
  delete bundle[runtime.fileName];
}

/** Converts the names of an import or export, `a as b`, to the pairs of an object. */
function pair(names: string, isExport: boolean): string {
  return names
    .split(',')
    .map((one) => {
      const [first = '', second = first] = one.trim().split(/\s+as\s+/);
      return isExport ? `${second}:${first}` : `${first}:${second}`;
    })
    .join(',');
}
