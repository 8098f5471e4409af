import type { Plugin } from 'vite';
import { buildPages } from './build/build.ts';
import { configure } from './configure.ts';
import { decodeStyles } from '../pages/decode-styles.ts';
import { checkOptions } from '../project/rostrum-options.ts';
import { startPages } from './dev/dev-client.ts';
import { servePages } from './dev/serve.ts';
import type { RostrumOptions } from '../plugin-options.ts';
import { requirePlainPath } from '../root.ts';
import { readCommandOptions, openSite, type GetSite, type RostrumApi, type Site } from './site.ts';

/** Turns a folder of slides and data into talks, in `vite` and in `vite build`. */
export function rostrum(options: RostrumOptions = {}): Plugin[] {
  let site: Site | undefined;
  const getSite: GetSite = () => {
    if (!site) throw new Error('Rostrum was asked before Vite had read its configuration.');
    return site;
  };
  const main: Plugin<RostrumApi> = {
    name: 'rostrum',
    api: { getSite, options },
    async configResolved(config) {
      const command = readCommandOptions(config);
      const { root, configFile = command.configFile } = config;
      requirePlainPath(root);
      const mode = command.isModeless ? '' : `${config.command} ${config.mode}`;
      site = openSite(config, await checkOptions(options, { root, configFile, mode }));
    },
  };
  const hasBlocks = (options.blocks ?? []).length > 0;
  const dev = [startPages(getSite, hasBlocks), servePages(getSite)];
  return [main, configure(), decodeStyles(), ...dev, ...buildPages(getSite)];
}
