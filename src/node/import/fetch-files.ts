import type { ImportNote } from '../../talk/model/import/imported-deck.ts';
import { openSession, theWorld, type World } from '../data/http/session.ts';
import { buildUserAgent } from '../data/http/user-agent.ts';
import { SourceError } from '../data/refresh/failure.ts';

/** The files that were fetched by their addresses, and why others were not. */
export interface FetchedFiles {
  files: Map<string, Uint8Array>;
  failures: Map<string, string>;
}

/** Says of each file that was not fetched why. */
export function noteFailures(
  notes: readonly ImportNote[],
  failures: FetchedFiles['failures'],
): void {
  for (const note of notes) {
    const failure = failures.get(note.what);
    if (failure !== undefined) note.became = `${failure} ${note.became}`;
  }
}

/** Fetches files of the web, under the limits that sources of data have; a page in the place of a picture is refused. */
export async function fetchFiles(
  addresses: readonly string[],
  world: World = theWorld(),
): Promise<FetchedFiles> {
  const fetched: FetchedFiles = { files: new Map(), failures: new Map() };
  const session = openSession(new Map(), world);
  try {
    for (const address of addresses) {
      const url = address.startsWith('//') ? `https:${address}` : address;
      try {
        const answer = await session.ask(
          { url, format: 'text' },
          { validators: {}, userAgent: buildUserAgent(undefined), onRetry: () => undefined },
        );
        if (answer.isSame) continue;
        const { bytes, type } = answer.body;
        if (/\bhtml\b/i.test(type)) fetched.failures.set(address, 'The answer is a page.');
        else fetched.files.set(address, bytes);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        fetched.failures.set(address, error.failure.message);
      }
    }
  } finally {
    session.end();
  }
  return fetched;
}
