import type { RevealApi } from 'reveal.js';
import type { PageLive } from '../../talk/model/live-shape.ts';
import type { LiveReport } from './loss-report.ts';

const REPORT_CLASS = 'live-report';
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
    timer = window.setTimeout(() => {
      timer = 0;
      const hasChanged = writeReports(getPage(), report);
      // The speaker's window reads the notes again when the deck reports a change.
      if (hasChanged) deck.dispatchEvent({ type: 'resumed' });
    }, DEBOUNCE_MS);
  };
}

function writeReports({ blocks, uses }: PageLive, report: LiveReport): boolean {
  const changed = Object.entries(uses).map(([id, rests]) => {
    const ofBlocks = Object.entries(blocks)
      .filter(([block]) => block.startsWith(`${id}/`))
      .flatMap(([, { datasets }]) => datasets);
    const datasets = new Set([...rests.map(({ dataset }) => dataset), ...ofBlocks]);
    return writeReport(document.getElementById(id), report.linesFor([...datasets]));
  });
  return changed.includes(true);
}

function writeReport(slide: HTMLElement | null, lines: readonly string[]): boolean {
  if (!slide || lines.length === 0) return false;
  const notes = slide.querySelector(':scope > aside.notes') ?? addNotes(slide);
  const list = notes.querySelector(`.${REPORT_CLASS}`) ?? addTo(notes, 'ul', REPORT_CLASS);
  const before = list.textContent;
  list.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
  );
  return list.textContent !== before;
}

function addNotes(slide: HTMLElement): Element {
  return addTo(slide, 'aside', 'notes');
}

function addTo(parent: Element, tag: string, className: string): Element {
  const element = Object.assign(document.createElement(tag), { className });
  parent.append(element);
  return element;
}
