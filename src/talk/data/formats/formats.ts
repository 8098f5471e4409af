import { toShape, toText } from './answer-shape.ts';
import { readCrateIndex } from './crates.ts';
import {
  compareVersions,
  readArchPackage,
  readFedoraPackage,
  readMadison,
  readRepology,
} from './distributions.ts';
import { readProduct } from './endoflife.ts';
import { readHistory, readShortlog, readTitles } from './git.ts';
import { readTable, requireColumn, requireTable, toPage } from './html-page.ts';
import { readBreaks, readContributions, readRooms } from './indico.ts';
import { readSamples } from './prometheus.ts';
import { findElements, readFeed, toXml } from './xml.ts';

/** Parsers for responses of known sources, and the checks that they are written with, for recipes. */
export const formats = {
  compareVersions,
  findElements,
  requireColumn,
  requireTable,
  readArchPackage,
  readBreaks,
  readContributions,
  readCrateIndex,
  readFedoraPackage,
  readFeed,
  readHistory,
  readMadison,
  readProduct,
  readRepology,
  readRooms,
  readSamples,
  readShortlog,
  readTable,
  readTitles,
  toPage,
  toShape,
  toText,
  toXml,
} as const;
