import { formats, v, type IsoDate } from 'rostrum';

/** The contents of a Rust channel. */
export interface RustChannel {
  date: IsoDate;
  version: string;
  /** Platforms with an installer, sorted. */
  platforms: string[];
}

const MANIFEST = v.object({
  'manifest-version': v.literal('2'),
  date: v.pipe(v.string(), v.isoDate()),
  pkg: v.object({
    rust: v.object({
      version: v.string(),
      target: v.record(v.string(), v.object({ available: v.boolean() })),
    }),
  }),
});

/** Reads a channel's manifest: https://static.rust-lang.org/dist/channel-rust-NAME.toml. */
export function readRustChannel(answer: unknown): RustChannel {
  const { date, pkg } = formats.toShape(MANIFEST, answer);
  const platforms = Object.entries(pkg.rust.target)
    .filter(([, { available }]) => available)
    .map(([platform]) => platform);
  return { date, version: pkg.rust.version.split(' ')[0] ?? '', platforms: platforms.sort() };
}

/** Lists the files of a platform's installer. */
export function installerFiles(platform: string): string[] {
  const own = platform.includes('windows') ? ['msi'] : platform.includes('apple') ? ['pkg'] : [];
  return [...own, 'tar.xz'].flatMap((file) => [file, `${file}.asc`]);
}
