import type { PageData } from '../talk/model/wire.ts';
import { parseParameters, type PageParameters } from './page/parameters.ts';
import { store } from './page/data.ts';
import { startMode } from './page/mode.ts';
import { readPage } from './page/page.ts';
import { syncSpine } from './page/spine.ts';
import { collectViolations, type ListViolations } from './page/violations.ts';

/** An opened page: its talk data and its view. */
export interface Opened {
  root: HTMLElement;
  /** Null on a page without a talk. */
  page: PageData | null;
  parameters: PageParameters;
  listViolations: ListViolations;
}

/** Converts a loaded page to the deck, print view or reading view that its address requests, without its live parts. */
export function openView(document: Document): Opened {
  const root = document.documentElement;
  const listViolations = collectViolations();
  const page = readPage(document);
  const parameters = parseParameters(location.search);
  const { view } = parameters;
  store.asOf = page?.asOf ?? '';
  for (const dataset of Object.values(page?.datasets ?? {})) store.set(dataset);
  const search = new URLSearchParams(location.search);
  // The mode of a speaker's page is its own, and is set before the page is drawn.
  if (view !== 'speaker') startMode({ root, parameters: search, isPrint: view === 'print' });
  root.classList.add(view);
  // reveal.js's print rules skip pages with its own mark.
  if (view === 'print' || view === 'read') root.classList.add('print-pdf');
  syncSpine(document, page?.places);
  return { root, page, parameters, listViolations };
}
