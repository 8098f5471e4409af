import { defineDataset, formats, v } from 'rostrum';

/** `[PATCH]`, `[PATCH v2 1/3]`, `[RFC PATCH]`, and no answers to them. */
const PATCH = '\\[[^]]*PATCH';

/**
 * Who sent patches to the rust-for-linux list in the year before. The list's archive on lore.kernel.org is a git
 * repository with a commit for each mail, so its shortlog counts senders; see `rust-authors` for whose code went in.
 */
export default defineDataset({
  key: 'name',
  schema: v.object({ name: v.string() }),
  refresh: {
    id: 'list-archive',
    source: {
      name: 'rust-for-linux list, its archive on lore.kernel.org',
      url: 'https://lore.kernel.org/rust-for-linux/',
      licence: 'facts',
    },
    minInterval: '1d',
    updatePeriod: '90d',
    staleAfter: '365d',
    needs: ['RUST_FOR_LINUX_LIST'],
    ask: ({ today }) => ({
      shortlog: {
        tree: 'RUST_FOR_LINUX_LIST',
        shortlog: { to: 'HEAD', since: yearBefore(today), until: today, titled: PATCH },
      },
    }),
    parse({ shortlog }, { today }) {
      const names = formats.readShortlog(shortlog).map(({ name }) => name);
      const table = names.sort((a, b) => a.localeCompare(b, 'en')).map((name) => ({ name }));
      return { asOf: today, table };
    },
  },
});

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`;
}
