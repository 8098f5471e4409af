import type { Site } from '../site.ts';
import { HEADERS_NAME, renderHeaderFiles, renderHeaders } from './headers.ts';

const HASHED = /-[\w-]{8}\.\w+$/;

/** Renders the files of headers of a build by name; `names` are its other files, `intervals` those of its live data. */
export function renderSiteHeaders(
  { isEmbeddable, headers }: Pick<Site, 'isEmbeddable' | 'headers'>,
  names: readonly string[],
  intervals: readonly number[],
): Record<string, string> {
  const assets = names.filter((name) => name.startsWith('assets/'));
  const options = {
    isEmbeddable,
    isHashed: assets.every((name) => HASHED.test(name)),
    interval: intervals.length > 0 ? Math.min(...intervals) : null,
  };
  return {
    ...(isEmbeddable ? {} : { [HEADERS_NAME]: renderHeaders() }),
    ...renderHeaderFiles(headers, options),
  };
}
