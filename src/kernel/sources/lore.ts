import { formats, v } from 'rostrum';
import { trimAddress, writeQuery, type SourceRecipe } from './kernel-source.ts';

/** The messages of a list that a search finds. */
export interface LoreOptions {
  /** The name of the list in addresses, such as `rust-for-linux`. */
  list: string;
  /** The search, as in the archive's own field: `s:"GIT PULL" AND f:ojeda`. */
  query: string;
  /** Defaults to https://lore.kernel.org. */
  server?: string;
}

/** The archive sends no more than these. */
const MAX_MESSAGES = 200;

/** Lists the messages that a search in the archive of a mailing list finds, by the day of each. */
export function loreMessages({ list, query, ...options }: LoreOptions): SourceRecipe {
  const server = trimAddress(options.server ?? 'https://lore.kernel.org');
  const folder = `${server}/${encodeURIComponent(list)}/`;
  const words = writeQuery([['q', query]]);
  return {
    title: `Messages in ${list}: ${query}`,
    key: 'url',
    schema: v.object({
      asOf: v.pipe(v.string(), v.isoDate()),
      sent: v.pipe(v.string(), v.isoDate()),
      title: v.string(),
      author: v.string(),
      url: v.pipe(v.string(), v.url()),
    }),
    refresh: {
      id: 'lore',
      source: {
        name: `Archive of ${list}`,
        url: `${folder}?${words}`,
        licence: 'not stated',
      },
      minInterval: '6h',
      updatePeriod: '7d',
      staleAfter: '90d',
      ask: { url: `${folder}?${words}&x=A`, format: 'xml' },
      parse({ answer }) {
        const entries = formats.readFeed(answer);
        if (entries.length >= MAX_MESSAGES) {
          throw new Error(
            `the search finds ${MAX_MESSAGES} messages or more, of which the archive sends no more: say d:2026-01-01.. in it`,
          );
        }
        return { rows: entries.map(toRow) };
      },
    },
  };
}

type Entry = ReturnType<typeof formats.readFeed>[number];

function toRow({ title, url, updated, authors }: Entry) {
  if (url === null || updated === null) throw new Error(`"${title}" has no address or no date`);
  const sent = updated.slice(0, 10);
  return { asOf: sent, sent, title, author: authors.join(', '), url };
}
