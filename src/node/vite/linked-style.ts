import type { Plugin } from 'vite';
import { findBrowserFiles } from './site.ts';

const EMPTY = '\0rostrum:linked-style';

/**
 * Keeps the dev server from putting the stylesheet into its pages a second time: they link it, so that they
 * are never seen without it, and the script that imports it for the build gets nothing.
 */
export function linkStyle(): Plugin {
  const { script } = findBrowserFiles();
  return {
    name: 'rostrum:linked-style',
    apply: 'serve',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\/rostrum\.css$/ },
      handler: (_id, importer) => (importer === script ? EMPTY : null),
    },
    load: {
      filter: { id: new RegExp(`^${EMPTY}$`) },
      handler: () => '',
    },
  };
}
