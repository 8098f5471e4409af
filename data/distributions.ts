import { defineDataset, formats, v } from 'rostrum';

const text = v.nullable(v.string());

/** Distributions whose Rust can build Linux; `rustc` is null where no source states a version. */
export default defineDataset({
  key: 'id',
  schema: v.object({
    id: v.string(),
    name: v.string(),
    qualifier: text,
    rustc: v.nullable(v.pipe(v.string(), v.regex(/^\d+\.\d+(\.\d+)?$/))),
    rustcSource: text,
    recent: v.boolean(),
    documented: v.boolean(),
    install: text,
    packages: v.array(v.string()),
  }),
  refresh: {
    id: 'packages',
    source: {
      name: 'Package archives of Debian, Arch Linux and Fedora, and Repology',
      url: 'https://tracker.debian.org/pkg/rustc',
      licence: 'facts',
    },
    minInterval: '6h',
    updatePeriod: '7d',
    staleAfter: '90d',
    ask: {
      debian: {
        url: 'https://api.ftp-master.debian.org/madison?package=rustc&f=json',
        format: 'json',
      },
      arch: { url: 'https://archlinux.org/packages/extra/x86_64/rust/json/', format: 'json' },
      fedora: { url: 'https://mdapi.fedoraproject.org/rawhide/pkg/rust', format: 'json' },
      // It often turns clients away, and what it knows is not missed much: the others go on without it.
      repology: {
        url: 'https://repology.org/api/v1/project/rust',
        format: 'json',
        isOptional: true,
      },
    },
    parse({ debian, arch, fedora, repology }, { last, today }) {
      const suites = formats.readMadison(debian, 'rustc');
      const others = repology === undefined ? {} : formats.readRepology(repology);
      const found: Record<string, string | undefined> = {
        arch: formats.readArchPackage(arch),
        debian: suites['stable'],
        'debian-testing': suites['testing'],
        fedora: formats.readFedoraPackage(fedora),
        gentoo: others['gentoo'],
        nix: others['nix_unstable'],
        opensuse: others['opensuse_tumbleweed'],
      };
      const table = (last?.editions.at(-1)?.rows ?? []).map((row) => {
        const id = String(row['id']);
        // A stable release keeps its Rust: another one in "stable" is that of a release this row does not tell of.
        const isSettled = id === 'debian' && row['rustc'] !== null;
        const rustc = isSettled ? undefined : found[id];
        return rustc ? { ...row, rustc, rustcSource: 'packages' } : row;
      });
      return { asOf: today, table };
    },
  },
});
