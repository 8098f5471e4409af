import type { Block } from 'rostrum';
import commits from './blocks/commits.ts';
import kernelTimeline from './blocks/kernel-timeline.ts';
import maintainers from './blocks/maintainers.ts';

export { readKernelReleases, type KernelRelease } from './formats/kernel-org.ts';
export { readToolchains, type Toolchain } from './formats/llvm-rust.ts';
export { readMaintainersEntry, type MaintainersLine } from './formats/maintainers-file.ts';
export {
  readChangesTable,
  readMinToolVersions,
  type MinimumTools,
} from './formats/minimum-tools.ts';
export { installerFiles, readRustChannel, type RustChannel } from './formats/rust-channel.ts';
export { readSubscribers } from './formats/subspace.ts';
export {
  findSeries,
  readZulipChart,
  zulipRequest,
  zulipSource,
  type ZulipChart,
  type ZulipChartName,
  type ZulipSource,
} from './formats/zulip.ts';
export { cveRecords, kernelCves, readCveRecord, type CveRecord } from './sources/cves.ts';
export {
  commitsByMonth,
  commitsByRelease,
  type HistoryOptions,
  type MonthsOptions,
  type ReleasesOptions,
} from './sources/git-history.ts';
export type { SourceRecipe } from './sources/kernel-source.ts';
export {
  kernelciTrees,
  readKernelciTrees,
  type KernelciOptions,
  type KernelciTree,
} from './sources/kernelci.ts';
export { lkftBuilds, readTestRuns, type LkftOptions, type TestRuns } from './sources/lkft.ts';
export { loreMessages, type LoreOptions } from './sources/lore.ts';
export { countByMonth, type MonthCount } from './sources/months.ts';
export {
  patchworkQueue,
  readPatches,
  type PatchworkOptions,
  type QueuedPatch,
} from './sources/patchwork.ts';
export {
  phoronixResults,
  readPhoronixCsv,
  type PhoronixOptions,
  type PhoronixResult,
} from './sources/phoronix.ts';
export {
  readSyzbotBugs,
  syzbotBugs,
  type SyzbotBug,
  type SyzbotOptions,
} from './sources/syzbot.ts';

/** The blocks of kernel talks, for `rostrum({ blocks: kernelBlocks })`. */
export const kernelBlocks = [
  kernelTimeline,
  maintainers,
  commits,
] as readonly unknown[] as readonly Block[];
