import { defineDataset, formats, v, type RefreshContext } from 'rostrum';

/** The newest release, and the one that came out a year before it. */
function lastYear({ dataset, today }: RefreshContext): { from: string; to: string } {
  const released = (dataset('kernel-releases')?.rows ?? []).flatMap((row) => {
    const { version, released: day } = row;
    return typeof day === 'string' && day <= today ? [{ tag: `v${String(version)}`, day }] : [];
  });
  released.sort((a, b) => (a.day < b.day ? -1 : 1));
  const to = released.at(-1);
  const year = String(Number(to?.day.slice(0, 4)) - 1) + (to?.day.slice(4) ?? '');
  const from = released.findLast(({ day }) => day <= year) ?? released[0];
  if (!from || !to) throw new Error('data/kernel-releases.json has no release');
  return { from: from.tag, to: to.tag };
}

/**
 * Whose Rust code went into Linux in the year up to its newest release, and how many commits each. These are authors
 * of what was merged; `patch-submitters` counts who sent something to the list.
 */
export default defineDataset({
  title: 'Authors of Rust code in Linux, over a year',
  key: 'name',
  schema: v.object({ name: v.string(), commits: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  refresh: {
    id: 'shortlog',
    source: {
      name: 'Linux, git shortlog of the Rust code',
      url: 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',
      licence: 'facts',
    },
    minInterval: '1d',
    updatePeriod: '63d',
    staleAfter: '365d',
    needs: ['LINUX_TREE'],
    ask: (context) => ({
      shortlog: {
        tree: 'LINUX_TREE',
        shortlog: { ...lastYear(context), paths: ['rust', '*.rs'] },
      },
    }),
    parse({ shortlog }, { today }) {
      const table = formats.readShortlog(shortlog).map((author) => ({ ...author }));
      return { asOf: today, table };
    },
  },
});
