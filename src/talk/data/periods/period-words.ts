import type { DatasetPart } from '../../model/dataset.ts';

/** One of `EVERY`. */
export type Every = NonNullable<DatasetPart['every']>;

/** The lengths of periods by which rows are summed up. */
export const EVERY = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const satisfies Every[];

/** What a period keeps of the values of its rows. */
export const TAKES = ['sum', 'mean', 'median', 'min', 'max', 'first', 'last', 'count'] as const;

/** The word that stands for the median and the quarters around it. */
export const QUANTILES = 'quantiles';
