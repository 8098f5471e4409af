import { readCrateIndex } from './crates.ts';
import {
  compareVersions,
  readArchPackage,
  readFedoraPackage,
  readMadison,
  readRepology,
} from './distributions.ts';
import { readProduct } from './endoflife.ts';
import { readShortlog, readTitles } from './git.ts';
import { readBreaks, readContributions, readRooms } from './indico.ts';
import { readKernelReleases } from './kernel-org.ts';
import { readToolchains } from './llvm-rust.ts';
import { readMaintainersEntry } from './maintainers-file.ts';
import { readChangesTable, readMinToolVersions } from './minimum-tools.ts';
import { findColumn, toPage } from './html-page.ts';
import { installerFiles, readRustChannel } from './rust-channel.ts';
import { toShape } from './answer-shape.ts';
import { readSubscribers } from './subspace.ts';
import { findSeries, readZulipChart, zulipRequest, zulipSource } from './zulip.ts';

/** Parsers for responses of known sources, for recipes. */
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
