import { formats, v } from 'rostrum';
import { dayOf, trimAddress, writeQuery, type SourceRecipe } from './kernel-source.ts';

/** The trees that KernelCI builds and tests. */
export interface KernelciOptions {
  /** Who tests: `maestro` (the default), `redhat`, `microsoft` and others. */
  origin?: string;
  /** How many days back; defaults to 7. */
  days?: number;
  /** The names of the trees, such as `mainline` and `next`; defaults to all. */
  trees?: readonly string[];
  /** Defaults to https://dashboard.kernelci.org. */
  server?: string;
}

/** How the builds, the boots or the tests of a tree's newest checkout ended. */
export interface KernelciTree {
  /** The tree, its branch and what is counted, such as `mainline/master boots`. */
  id: string;
  /** The tree and its branch. */
  name: string;
  tree: string | null;
  commit: string | null;
  /** The day on which it was checked out, in UTC. */
  started: string;
  kind: 'builds' | 'boots' | 'tests';
  passed: number;
  failed: number;
  /** Those that were skipped, missed or not decided. */
  other: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const STATUS = v.record(v.string(), v.nullable(count));
const TREES = v.array(
  v.object({
    tree_name: v.nullable(v.string()),
    git_repository_url: v.nullable(v.string()),
    git_repository_branch: v.nullable(v.string()),
    git_commit_hash: v.nullable(v.string()),
    git_commit_name: v.nullable(v.string()),
    start_time: v.string(),
    build_status: STATUS,
    boot_status: STATUS,
    test_status: STATUS,
  }),
);

/** Reads KernelCI's list of trees: three rows of each, for builds, boots and tests. */
export function readKernelciTrees(answer: unknown): KernelciTree[] {
  const trees = formats.toShape(TREES, answer);
  const names = trees.map(nameOf);
  return trees.flatMap((tree, index) => {
    const isAlone = names.indexOf(names[index] ?? '') === names.lastIndexOf(names[index] ?? '');
    const name = isAlone ? nameOf(tree) : `${nameOf(tree)} of ${tree.git_repository_url ?? '?'}`;
    const about = {
      name,
      tree: tree.tree_name,
      commit: tree.git_commit_name ?? tree.git_commit_hash,
      started: dayOf(tree.start_time),
    };
    const { build_status: builds, boot_status: boots, test_status: tests } = tree;
    return Object.entries({ builds, boots, tests }).map(([kind, status]) => ({
      id: `${name} ${kind}`,
      ...about,
      kind: kind as KernelciTree['kind'],
      ...countStatus(kind, status),
    }));
  });
}

function nameOf(tree: v.InferOutput<typeof TREES>[number]): string {
  return `${tree.tree_name ?? 'unnamed'}/${tree.git_repository_branch ?? '?'}`;
}

function countStatus(kind: string, status: v.InferOutput<typeof STATUS>) {
  const entries = Object.entries(status).map(([key, value]) => [key.toUpperCase(), value ?? 0]);
  const counts = new Map(entries as [string, number][]);
  const [passed, failed] = [counts.get('PASS'), counts.get('FAIL')];
  if (passed === undefined || failed === undefined) {
    throw new Error(`the ${kind} have no count of "PASS" and "FAIL"`);
  }
  const total = [...counts.values()].reduce((sum, value) => sum + value, 0);
  return { passed, failed, other: total - passed - failed };
}

/** Counts the builds, boots and tests of trees in KernelCI that passed and failed: a table of today. */
export function kernelciTrees(options: KernelciOptions = {}): SourceRecipe {
  const { origin = 'maestro', days = 7, trees } = options;
  const server = trimAddress(options.server ?? 'https://dashboard.kernelci.org');
  const query = writeQuery([
    ['origin', origin],
    ['interval_in_days', String(days)],
  ]);
  return {
    title: 'Trees in KernelCI',
    key: 'id',
    schema: v.object({
      id: v.string(),
      name: v.string(),
      tree: v.nullable(v.string()),
      commit: v.nullable(v.string()),
      started: v.pipe(v.string(), v.isoDate()),
      kind: v.picklist(['builds', 'boots', 'tests']),
      passed: count,
      failed: count,
      other: count,
    }),
    refresh: {
      id: 'kernelci',
      source: { name: `KernelCI, ${origin}`, url: `${server}/tree`, licence: 'not stated' },
      minInterval: '6h',
      updatePeriod: '1d',
      staleAfter: '30d',
      ask: { url: `${server}/api/tree/?${query}`, format: 'json' },
      parse({ answer }, { today }) {
        const all = readKernelciTrees(answer);
        const missing = trees?.find((name) => !all.some(({ tree }) => tree === name));
        if (missing !== undefined) throw new Error(`no tree is called "${missing}"`);
        const chosen = all.filter(({ tree }) => trees?.includes(tree ?? '') ?? true);
        return { asOf: today, table: chosen.map((tree) => ({ ...tree })) };
      },
    },
  };
}
