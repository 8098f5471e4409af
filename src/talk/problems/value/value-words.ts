import {
  noData,
  noHistory,
  noRowAgo,
  noRowBefore,
  noRowKey,
  unknownColumn,
  unknownDataset,
  unknownRow,
} from '../lookup-problems.ts';
import {
  badValue,
  noGrowthFromZero,
  notANumber,
  notAValue,
  oldUnit,
  unknownFilter,
  unknownFormat,
  wrongFormat,
} from './value-problems.ts';

/** The problems of values. Those who report them pass them in, as pages evaluate values and report none. */
export const VALUE_WORDS = {
  noData,
  noHistory,
  noRowAgo,
  noRowBefore,
  noRowKey,
  unknownColumn,
  unknownDataset,
  unknownRow,
  badValue,
  noGrowthFromZero,
  notANumber,
  notAValue,
  oldUnit,
  unknownFilter,
  unknownFormat,
  wrongFormat,
};

/** The functions that write the problems of values. */
export type ValueWords = typeof VALUE_WORDS;
