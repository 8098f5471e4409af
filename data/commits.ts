import { defineDataset, formats, v } from 'rostrum';

/** Commits that slides cite. */
export default defineDataset({
  key: 'id',
  schema: v.object({
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{12,40}$/)),
    subject: v.string(),
    subsystem: v.string(),
    topic: v.string(),
    kernel: v.string(),
    url: v.string(),
    source: v.string(),
  }),
  refresh: {
    id: 'linux',
    source: {
      name: 'Linux',
      url: 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',
      licence: 'GPL-2.0',
    },
    minInterval: '1d',
    updatePeriod: '365d',
    staleAfter: '10y',
    needs: ['LINUX_TREE'],
    ask: ({ last }) => ({
      titles: { tree: 'LINUX_TREE', titles: last?.rows.map(({ id }) => String(id)) ?? [] },
    }),
    parse({ titles }) {
      const subjects = [...formats.readTitles(titles)];
      return { rows: subjects.map(([id, subject]) => ({ id, subject })), isWhole: true };
    },
  },
});
