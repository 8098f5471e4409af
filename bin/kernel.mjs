import './plugin.mjs';
import { createRequire } from 'node:module';
import { findKernel } from './engine.mjs';

// As in `plugin.mjs`, nothing here waits.
const kernel = createRequire(import.meta.url)(findKernel());

export const { kernelBlocks } = kernel;
export const { findSeries, installerFiles, readChangesTable, readKernelReleases } = kernel;
export const { readMaintainersEntry, readMinToolVersions, readRustChannel } = kernel;
export const { readSubscribers, readToolchains, readZulipChart } = kernel;
export const { zulipRequest, zulipSource } = kernel;
export const { commitsByMonth, commitsByRelease, countByMonth, cveRecords, kernelCves } = kernel;
export const { kernelciTrees, lkftBuilds, loreMessages, patchworkQueue, phoronixResults } = kernel;
export const { readCveRecord, readKernelciTrees, readPatches, readPhoronixCsv } = kernel;
export const { readSyzbotBugs, readTestRuns, syzbotBugs } = kernel;
