import { defineDataset, v } from 'rostrum';
import { installerFiles, readRustChannel } from 'rostrum/kernel';

const files = v.array(v.string());

const channel = (name: string) => ({
  url: `https://static.rust-lang.org/dist/channel-rust-${name}.toml`,
  format: 'toml' as const,
});

/** Files of Rust's standalone installers, by platform and channel. */
export default defineDataset({
  key: 'platform',
  schema: v.object({ platform: v.string(), stable: files, beta: files, nightly: files }),
  refresh: {
    id: 'rust-channels',
    source: {
      name: 'Rust channel manifests',
      url: 'https://forge.rust-lang.org/infra/other-installation-methods.html',
      licence: 'MIT OR Apache-2.0',
    },
    minInterval: '1d',
    updatePeriod: '42d',
    staleAfter: '120d',
    ask: { stable: channel('stable'), beta: channel('beta'), nightly: channel('nightly') },
    parse({ stable, beta, nightly }, { last, today }) {
      const channels = [stable, beta, nightly].map(readRustChannel);
      const known = last?.editions.at(-1)?.rows.map(({ platform }) => platform) ?? [];
      const all = [...new Set(channels.flatMap(({ platforms }) => platforms))].sort();
      // The slide shows the head of a long table: the platforms it has, or all at first.
      const shown = known.length > 0 ? all.filter((platform) => known.includes(platform)) : all;
      const table = shown.map((platform) => {
        const files = channels.map(({ platforms }) =>
          platforms.includes(platform) ? installerFiles(platform) : [],
        );
        return { platform, stable: files[0] ?? [], beta: files[1] ?? [], nightly: files[2] ?? [] };
      });
      return { asOf: today, table };
    },
  },
});
