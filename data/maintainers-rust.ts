import { defineDataset, v } from 'rostrum';
import { readMaintainersEntry } from 'rostrum/kernel';

const text = v.nullable(v.string());

/** The lines of the RUST entry in MAINTAINERS, in its order; a key of "..." says that it goes on. */
export default defineDataset({
  schema: v.object({
    key: v.pipe(v.string(), v.regex(/^([A-Z]|\.\.\.)$/)),
    value: text,
    name: text,
    email: text,
  }),
  refresh: {
    id: 'maintainers',
    source: {
      name: 'Linux, MAINTAINERS',
      url: 'https://docs.kernel.org/process/maintainers.html',
      licence: 'GPL-2.0',
    },
    minInterval: '1d',
    updatePeriod: '30d',
    staleAfter: '180d',
    ask: {
      url: 'https://raw.githubusercontent.com/torvalds/linux/master/MAINTAINERS',
      format: 'text',
      clone: { tree: 'LINUX_TREE', revision: 'HEAD', file: 'MAINTAINERS' },
    },
    parse({ answer }, { today }) {
      const lines = readMaintainersEntry(answer, 'RUST');
      const shown = lines
        .filter(({ key }) => key !== 'F' && key !== 'K')
        .map((line) => ({ ...line }));
      const rest = { key: '...', value: null, name: null, email: null };
      return { asOf: today, table: shown.length < lines.length ? [...shown, rest] : shown };
    },
  },
});
