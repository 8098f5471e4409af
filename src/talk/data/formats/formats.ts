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
import { readShortlog, readTitles } from './git.ts';
import { requireColumn, toPage } from './html-page.ts';
import { readBreaks, readContributions, readRooms } from './indico.ts';

/** Parsers for responses of known sources, and the checks that they are written with, for recipes. */
export const formats = {
  compareVersions,
  requireColumn,
  readArchPackage,
  readBreaks,
  readContributions,
  readCrateIndex,
  readFedoraPackage,
  readMadison,
  readProduct,
  readRepology,
  readRooms,
  readShortlog,
  readTitles,
  toPage,
  toShape,
  toText,
} as const;
