import type { Target } from './target.ts';
import { ANSWERS } from './targets/answers.ts';
import { EDITS } from './targets/edits.ts';
import { IMPORTS } from './targets/imports.ts';
import { LIVE } from './targets/live.ts';
import { PAGES } from './targets/pages.ts';
import { PDFS } from './targets/pdfs.ts';
import { PROJECTS } from './targets/projects.ts';
import { REQUESTS } from './targets/requests.ts';
import { SOCKETS } from './targets/sockets.ts';

/** Everything that the fuzzer tries, in order. Those of `BROWSER_TARGETS` need a browser. */
export const TARGETS: readonly Target[] = [
  PROJECTS,
  PAGES,
  IMPORTS,
  ANSWERS,
  REQUESTS,
  SOCKETS,
  PDFS,
  LIVE,
  EDITS,
];

/** Targets whose inputs are tried on pages in a browser. */
export const BROWSER_TARGETS: readonly Target[] = [LIVE, EDITS];
