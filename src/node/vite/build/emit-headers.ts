import type { Rolldown } from 'vite';
import type { Talk } from '../../../talk/model/talk.ts';
import type { Site } from '../site.ts';
import { HEADERS_NAME, renderHeaderFiles, renderHeaders } from './headers.ts';

const HASHED = /-[\w-]{8}\.\w+$/;

/** Writes the files of headers into a build, unless its author brings them. */
export function emitHeaders(
  context: Rolldown.PluginContext,
  bundle: Rolldown.OutputBundle,
  { site, contents }: { site: Site; contents: { talks: readonly Talk[] } },
): void {
  const { isEmbeddable, headers } = site;
  const intervals = contents.talks.flatMap(({ live }) =>
    Object.values(live?.datasets ?? {}).map(({ interval }) => interval),
  );
  const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
  const options = {
    isEmbeddable,
    isHashed: assets.every((name) => HASHED.test(name)),
    interval: intervals.length > 0 ? Math.min(...intervals) : null,
  };
  const files = {
    ...(isEmbeddable ? {} : { [HEADERS_NAME]: renderHeaders() }),
    ...renderHeaderFiles(headers, options),
  };
  for (const [fileName, source] of Object.entries(files)) {
    if (!bundle[fileName]) context.emitFile({ type: 'asset', fileName, source });
  }
}
