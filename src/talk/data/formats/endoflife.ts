import * as v from 'valibot';
import type { IsoDate } from '../../model/dataset.ts';
import { toShape } from './answer-shape.ts';

/** A release cycle of a product, such as 3.13 of Python. */
export interface ReleaseCycle {
  name: string;
  released: IsoDate;
  isLongterm: boolean;
  isMaintained: boolean;
  /** The end of support; null when unknown. */
  eol: IsoDate | null;
  /** Its newest version; null for none. */
  latest: { version: string; released: IsoDate | null } | null;
}

/** The data of endoflife.date about a product. */
export interface Product {
  /** Date of the last change of the list. */
  changed: IsoDate;
  /** Oldest first. */
  cycles: ReleaseCycle[];
}

const day = v.pipe(v.string(), v.isoDate());

const PRODUCT = v.object({
  last_modified: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T/)),
  result: v.object({
    releases: v.array(
      v.object({
        name: v.string(),
        releaseDate: day,
        isLts: v.boolean(),
        isMaintained: v.boolean(),
        eolFrom: v.nullish(day),
        latest: v.nullable(v.object({ name: v.string(), date: v.nullable(day) })),
      }),
    ),
  }),
});

/** Reads version 1 of endoflife.date's API: https://endoflife.date/api/v1/products/NAME. */
export function readProduct(answer: unknown): Product {
  const { last_modified: changed, result } = toShape(PRODUCT, answer);
  const cycles = result.releases.map((release) => ({
    name: release.name,
    released: release.releaseDate,
    isLongterm: release.isLts,
    isMaintained: release.isMaintained,
    eol: release.eolFrom ?? null,
    latest: release.latest && { version: release.latest.name, released: release.latest.date },
  }));
  cycles.sort((a, b) => (a.released < b.released ? -1 : 1));
  return { changed: changed.slice(0, 10), cycles };
}
