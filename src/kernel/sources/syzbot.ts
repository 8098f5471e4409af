import { formats, v } from 'rostrum';
import { trimAddress, type SourceRecipe } from './kernel-source.ts';

/** The bugs that syzbot found. */
export interface SyzbotOptions {
  /** Which kernel: `upstream` (the default), `linux-6.1` and others. */
  kernel?: string;
  /** Defaults to https://syzkaller.appspot.com. */
  server?: string;
}

/** A bug that syzbot found. */
export interface SyzbotBug {
  title: string;
  /** Its page, from the root of the server on. */
  link: string;
}

const BUGS = v.object({
  version: v.literal(1),
  Bugs: v.nullable(v.array(v.object({ title: v.string(), link: v.string() }))),
});
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Reads a list of bugs of syzbot: the page of a kernel, with `?json=1`. */
export function readSyzbotBugs(answer: unknown): SyzbotBug[] {
  return formats.toShape(BUGS, answer).Bugs ?? [];
}

/** Counts the bugs that syzbot found in a kernel, those that are open and those that are fixed: a row a day. */
export function syzbotBugs(options: SyzbotOptions = {}): SourceRecipe {
  const { kernel = 'upstream' } = options;
  const server = trimAddress(options.server ?? 'https://syzkaller.appspot.com');
  const page = `${server}/${encodeURIComponent(kernel)}`;
  return {
    title: `Bugs found by syzbot, ${kernel}`,
    schema: v.object({ asOf: v.string(), open: count, fixed: count }),
    refresh: {
      id: 'syzbot',
      source: { name: `syzbot, ${kernel}`, url: page, licence: 'not stated' },
      minInterval: '12h',
      updatePeriod: '7d',
      staleAfter: '60d',
      ask: {
        open: { url: `${page}?json=1`, format: 'json' },
        fixed: { url: `${page}/fixed?json=1`, format: 'json' },
      },
      parse({ open, fixed }, { today }) {
        const row = {
          asOf: today,
          open: readSyzbotBugs(open).length,
          fixed: readSyzbotBugs(fixed).length,
        };
        return { rows: [row] };
      },
    },
  };
}
