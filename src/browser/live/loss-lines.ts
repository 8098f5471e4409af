import type { PageLive } from '../../talk/model/live-shape.ts';
import type { LiveReport } from './loss-report.ts';

const REPORT_CLASS = 'live-report';

/** Writes the lines of a report into the notes of the slides concerned; reports whether any have changed. */
export function writeReports({ blocks, uses }: PageLive, report: LiveReport): boolean {
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
