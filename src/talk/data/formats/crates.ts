import * as v from 'valibot';
import type { IsoDate } from '../../model/dataset.ts';
import { toShape } from './answer-shape.ts';

/** A version of a crate; the day is null when the index has none. */
export interface CrateVersion {
  version: string;
  isYanked: boolean;
  published: IsoDate | null;
}

const INDEX = v.array(
  v.object({
    name: v.string(),
    vers: v.string(),
    yanked: v.boolean(),
    pubtime: v.nullish(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T/))),
  }),
);

/** Reads a crate's file of the sparse index: one JSON object a line. */
export function readCrateIndex(answer: unknown): CrateVersion[] {
  return toShape(INDEX, answer).map(({ vers, yanked, pubtime }) => ({
    version: vers,
    isYanked: yanked,
    published: pubtime?.slice(0, 10) ?? null,
  }));
}
