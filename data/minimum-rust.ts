import { defineDataset, formats, v, type RefreshContext } from 'rostrum';
import { readChangesTable, readMinToolVersions } from 'rostrum/kernel';

/** The newest Linux that was released, as the project's own data have it. */
function newestRelease({ dataset, today }: RefreshContext): { version: string; released: string } {
  const released = (dataset('kernel-releases')?.rows ?? []).flatMap(({ version, released }) =>
    typeof version === 'string' && typeof released === 'string' && released <= today
      ? [{ version, released }]
      : [],
  );
  const newest = released.sort((a, b) => formats.compareVersions(a.version, b.version)).at(-1);
  if (!newest) throw new Error('data/kernel-releases.json has no release');
  return newest;
}

/** Which Rust and bindgen Linux asks for, from the release of `kernel` on. */
export default defineDataset({
  key: 'kernel',
  schema: v.object({
    asOf: v.string(),
    kernel: v.string(),
    rust: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
    kind: v.picklist(['exact', 'minimum']),
    bindgen: v.string(),
    source: v.string(),
  }),
  refresh: {
    id: 'changes',
    source: {
      name: 'Linux documentation, minimal requirements',
      url: 'https://docs.kernel.org/process/changes.html',
      licence: 'GPL-2.0',
    },
    minInterval: '1d',
    updatePeriod: '63d',
    staleAfter: '180d',
    ask(context) {
      const { version } = newestRelease(context);
      const at = (file: string) => ({
        url: `https://raw.githubusercontent.com/torvalds/linux/v${version}/${file}`,
        format: 'text' as const,
        clone: { tree: 'LINUX_TREE', revision: `v${version}`, file },
      });
      return {
        script: at('scripts/min-tool-version.sh'),
        table: at('Documentation/process/changes.rst'),
      };
    },
    parse({ script, table }, context) {
      const { version, released } = newestRelease(context);
      const tools = readMinToolVersions(script);
      const told = readChangesTable(table);
      if (tools.rust !== told.rust || tools.bindgen !== told.bindgen) {
        throw new Error(`the script says Rust ${tools.rust}, and the documentation ${told.rust}`);
      }
      const before = context.last?.rows.at(-1);
      // A row stands for all kernels up to the next one.
      const isSame = before?.rust === tools.rust && before?.bindgen === tools.bindgen;
      if (isSame) return { rows: [before] };
      return { rows: [{ asOf: released, kernel: version, kind: 'minimum', ...tools }] };
    },
  },
});
