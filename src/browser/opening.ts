import type { PageData } from '../talk/model/wire.ts';
import { parseParameters, type PageParameters } from './page/parameters.ts';
import { store } from './page/data.ts';
import { startMode } from './page/mode.ts';
import { readPage } from './page/page.ts';
import { syncProgress } from './page/section-progress.ts';
import { collectViolations, type ListViolations } from './page/violations.ts';

/** A page that begins: what it knows of its talk, and how it is shown. */
export interface Opened {
  root: HTMLElement;
  /** Null on a page without a talk. */
  page: PageData | null;
  parameters: PageParameters;
  listViolations: ListViolations;
}

/** Makes of a page that arrived the deck, the print view or the reading view that its address asks for, but for what lives on it. */
export function openView(document: Document): Opened {
  const root = document.documentElement;
  const listViolations = collectViolations();
  const page = readPage(document);
  const parameters = parseParameters(location.search);
  const { view } = parameters;
  store.asOf = page?.asOf ?? '';
  for (const dataset of Object.values(page?.datasets ?? {})) store.set(dataset);
  const search = new URLSearchParams(location.search);
  startMode({ root, parameters: search, isPrint: view === 'print' });
  root.classList.add(view);
  // reveal.js's rules for paper leave pages alone that carry its own mark.
  if (view === 'print' || view === 'read') root.classList.add('print-pdf');
  syncProgress(document, page?.parts);
  return { root, page, parameters, listViolations };
}
