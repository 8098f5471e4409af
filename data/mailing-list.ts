import { defineDataset, v } from 'rostrum';
import { readSubscribers } from 'rostrum/kernel';

/** Subscribers of the rust-for-linux list, as subspace.kernel.org counts them. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    subscribers: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
  }),
  ranges: { subscribers: [0, 10_000_000] },
  refresh: {
    id: 'subspace',
    source: {
      name: 'subspace.kernel.org',
      url: 'https://subspace.kernel.org/vger.kernel.org.html',
      licence: 'not stated',
    },
    minInterval: '6h',
    updatePeriod: '7d',
    staleAfter: '60d',
    ask: { url: 'https://subspace.kernel.org/vger.kernel.org.html', format: 'html' },
    parse({ answer }, { today }) {
      const subscribers = readSubscribers(answer, 'rust-for-linux');
      return { rows: [{ asOf: today, subscribers, exact: true }] };
    },
  },
});
