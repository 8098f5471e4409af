import type { Talk } from '../../../talk/model/talk.ts';
import { pickDatasets } from '../../pages/page-data/page-datasets.ts';

/** From this size on, a dataset on a page is reported as large. */
const LARGE_BYTES = 1_000_000;
const MAX_NAMED = 5;

/** The bytes of a dataset on the page of a talk. */
export interface DataSize {
  dataset: string;
  talk: string;
  bytes: number;
}

/** Measures the datasets on the pages of talks, the largest first: what is shown of them, earlier states and live editions. */
export function measureData(talks: readonly Talk[]): DataSize[] {
  const sizes = talks.flatMap((of) => {
    const { name: talk, time, live } = of;
    const views = Object.values(pickDatasets(of, Boolean(live ?? time)));
    return [...new Set(views.map(({ name }) => name))].map((dataset) => {
      const shown = views.filter(({ name }) => name === dataset);
      const parts = [...shown, time?.histories[dataset], live?.datasets[dataset]?.editions];
      const texts = parts.map((part) => (part === undefined ? '' : JSON.stringify(part)));
      return { dataset, talk, bytes: Buffer.byteLength(texts.join('')) };
    });
  });
  return sortSizes(sizes);
}

/** Orders sizes, the largest first. */
export function sortSizes(sizes: readonly DataSize[]): DataSize[] {
  return [...sizes].sort((a, b) => b.bytes - a.bytes || (a.dataset < b.dataset ? -1 : 1));
}

/** Writes the bytes of each dataset where it is largest, and a warning for each that makes a page heavy. */
export function describeSizes(sizes: readonly DataSize[]): { line: string; warnings: string[] } {
  const largest = new Map<string, DataSize>();
  for (const size of sizes) if (!largest.has(size.dataset)) largest.set(size.dataset, size);
  const all = [...largest.values()];
  const named = all
    .slice(0, MAX_NAMED)
    .map(({ dataset, bytes }) => `${dataset} ${printSize(bytes)}`);
  const more = all.length - named.length;
  const line = named.length === 0 ? '' : `Data on pages: ${named.join(', ')}`;
  const heavy = sizes.filter(({ bytes }) => bytes >= LARGE_BYTES);
  return {
    line: line && `${line}${more > 0 ? ` and ${more} smaller` : ''}.`,
    warnings: heavy.map(
      ({ dataset, talk, bytes }) =>
        `"${dataset}" adds ${printSize(bytes)} to the page of "${talk}", which each visitor loads. ` +
        'Show what slides need: in its blocks, "every: month" with "take: sum" sums rows up, and "last: 30d" leaves earlier ones out.',
    ),
  };
}

function printSize(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}
