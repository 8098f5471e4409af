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

/** The blocks of kernel talks, for `rostrum({ blocks: kernelBlocks })`. */
export const kernelBlocks = [
  kernelTimeline,
  maintainers,
  commits,
] as readonly unknown[] as readonly Block[];
