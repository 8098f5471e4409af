import type { RevealApi } from 'reveal.js';
import type { PageLive } from '../../talk/model/live-shape.ts';
import type { LiveReport } from './loss-report.ts';

const DEBOUNCE_MS = 1000;

/** Writes dropped and lost data into the notes of the slides concerned, at most once a second. */
export function followReport(
  deck: RevealApi | null,
  getPage: () => PageLive,
  report: LiveReport,
): () => void {
  let timer = 0;
  return () => {
    if (deck === null || timer !== 0) return;
    timer = window.setTimeout(async () => {
      timer = 0;
      // Most pages lose nothing; one that has no network yet says so in the console alone.
      const lines = await import('./loss-lines.ts').catch(() => null);
      const hasChanged = lines?.writeReports(getPage(), report);
      // The speaker's window reads the notes again when the deck reports a change.
      if (hasChanged) deck.dispatchEvent({ type: 'resumed' });
    }, DEBOUNCE_MS);
  };
}
