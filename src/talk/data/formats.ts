import { readCrateIndex } from './formats/crates.ts';
import {
  compareVersions,
  readArchPackage,
  readFedoraPackage,
  readMadison,
  readRepology,
} from './formats/distributions.ts';
import { readProduct } from './formats/endoflife.ts';
import { readShortlog, readTitles } from './formats/git.ts';
import { readBreaks, readContributions, readRooms } from './formats/indico.ts';
import { readKernelReleases } from './formats/kernel-org.ts';
import { readToolchains } from './formats/llvm-rust.ts';
import { readMaintainersEntry } from './formats/maintainers.ts';
import { readChangesTable, readMinToolVersions } from './formats/minimum-tools.ts';
import { findColumn, toPage } from './formats/page.ts';
import { installerFiles, readRustChannel } from './formats/rust-channel.ts';
import { toShape } from './formats/shape.ts';
import { readSubscribers } from './formats/subspace.ts';
import { findSeries, readZulipChart, zulipRequest, zulipSource } from './formats/zulip.ts';

/** Readers of what known sources answer, for recipes. */
export const formats = {
  compareVersions,
  findColumn,
  findSeries,
  installerFiles,
  readArchPackage,
  readBreaks,
  readChangesTable,
  readContributions,
  readCrateIndex,
  readFedoraPackage,
  readKernelReleases,
  readMadison,
  readMaintainersEntry,
  readMinToolVersions,
  readProduct,
  readRepology,
  readRooms,
  readRustChannel,
  readShortlog,
  readSubscribers,
  readTitles,
  readToolchains,
  readZulipChart,
  toPage,
  toShape,
  zulipRequest,
  zulipSource,
} as const;
