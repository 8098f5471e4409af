import path from 'node:path';
import type { ResolvedConfig } from 'vite';
import { stampFloors } from '../../client/client-build.ts';
import { locateEngine } from '../../engine.ts';
import { nameClosedCode } from '../../typescript.ts';
import { writeRecord } from '../../vite/again/build-record.ts';
import { rebuild } from '../../vite/again/rebuild.ts';
import { recordBuild } from '../../vite/again/record-build.ts';
import { BUILD_PLUGIN, type BuildApi, type BuiltSite } from '../../vite/build/built-site.ts';
import { openDraft } from '../../vite/build/draft-folder.ts';
import { requireOutFolder } from '../../vite/build/out-folder.ts';
import { writeSite } from '../../vite/finished/write-site.ts';
import { makeSite, type CommandOptions, type Site } from '../../vite/site.ts';
import { readOwnOptions } from './own-options.ts';
import { siteOf } from './vite-config.ts';

/** What a build is told: its folder, and the configuration file when that says more than that Rostrum is used. */
interface BuildWords {
  out: string | undefined;
  settings: string | null;
  commandOptions: CommandOptions;
}

/** A build into a folder that may hold an earlier one. */
interface Again {
  /** Whether the folder was brought up to date, and there is nothing left to build. */
  isDone: boolean;
  /** Builds all from the finished browser floor, without Vite; returns false where the project needs Vite. */
  write(): Promise<boolean>;
  /** Records a build by Vite while its files lie in a draft of the folder; the function that it returns keeps the record. */
  record(config: ResolvedConfig, draft: string | null): (() => void) | undefined;
}

/** Brings an earlier build up to date where that needs no Vite; null where the configuration may do more than add Rostrum. */
export async function openAgain(
  root: string,
  { out = 'dist', settings, commandOptions }: BuildWords,
): Promise<Again | null> {
  const own = settings === null ? {} : await readOwnOptions(root, settings);
  const code = settings === null ? '' : await nameClosedCode(root, path.join(root, settings));
  if (own === null || code === null) return null;
  const floors = stampFloors(locateEngine());
  const choice = { folder: path.resolve(root, out), config: `${settings} ${code}`, floors };
  const site = makeSite(root, commandOptions, own);
  const { state, isDone } = await rebuild(site, choice);
  const keep = (of: Site, built: BuiltSite, draft: string): (() => void) | undefined => {
    const record = state === null ? null : recordBuild(of, built, { ...choice, draft });
    return record?.state === state ? () => writeRecord(root, choice.folder, record) : undefined;
  };
  return {
    isDone,
    async write() {
      requireOutFolder(root, choice.folder);
      const draft = openDraft(choice.folder);
      if (draft === null) return false;
      try {
        const built = await writeSite(site, draft.folder);
        if (built === null) return false;
        const record = keep(site, built, draft.folder);
        draft.publish();
        record?.();
        Object.assign(site.outcome, { folder: choice.folder, talks: built.talks.length });
        return true;
      } finally {
        draft.discard();
      }
    },
    record(config, draft) {
      const plugin = config.plugins.find(({ name }) => name === BUILD_PLUGIN);
      const built = (plugin?.api as BuildApi | undefined)?.built();
      return built && draft !== null ? keep(siteOf(config), built, draft) : undefined;
    },
  };
}
