import { mapAddresses } from '../../talk/html/listed-addresses.ts';
import type { Finding } from '../../talk/problems/finding.ts';
import type { Talk } from '../../talk/model/talk.ts';
import type { Page } from '../chromium/chromium-page.ts';
import type { RecordedFault } from './record-faults.ts';

/** What a page says of something that its policy kept from loading or running. */
const BLOCKED = /^(\S+) was blocked by the page's policy/;
/** A browser's word for a layout that is finished in the next frame. */
const LAYOUT = /ResizeObserver loop/;
/** Further lines of an error, and its stack. */
const STACK = /\n[^]*$/;

/** What the scripts of a page did: what the page recorded with its slide, and what the browser reports of the rest. */
export interface PageReport extends Pick<Page, 'errors' | 'dialogs'> {
  recorded: readonly RecordedFault[];
}

/** Reports what a talk's page did beside drawing its slides: dialogs, scripts that failed or printed errors, and what its policy blocked, as its lines say. */
export function reportPageFaults(
  { errors, dialogs, recorded }: PageReport,
  lines: readonly string[],
  talk: Talk,
): Finding[] {
  const failed = errors.map((error) => `a script failed: ${error.replace(STACK, '')}`);
  const blocked = lines.flatMap((line) => {
    const [, address] = BLOCKED.exec(line) ?? [];
    if (address === undefined) return [];
    return [{ reason: line, slide: nameSlide(address, talk), block: null, words: address }];
  });
  const reported = [...dialogs, ...failed].filter((reason) => !LAYOUT.test(reason));
  const faults = reported.map((reason) => ({ reason, slide: '', block: null }));
  return [...recorded, ...faults, ...blocked].map(({ reason, slide, block, ...more }) => ({
    slide,
    block,
    what: `The page of "${talk.name}"`,
    words: '',
    ...more,
    fault: { code: 'page-fault', reason },
    cause: reason,
    badness: 0,
    count: 1,
    looks: [],
  }));
}

/** Returns the id of the slide that names what was blocked, an address or a scheme alone; empty where none does. */
function nameSlide(blocked: string, { slides }: Talk): string {
  return slides.find(({ html }) => namesAddress(html, blocked))?.id ?? '';
}

function namesAddress(markup: string, blocked: string): boolean {
  let isNamed = false;
  mapAddresses(markup, (address) => {
    const { href, protocol } = parseAddress(address);
    isNamed ||= href === blocked || protocol === `${blocked}:`;
    return null;
  });
  return isNamed;
}

/** Returns an address as browsers report it, without a fragment. */
function parseAddress(address: string): { href: string; protocol: string } {
  if (!URL.canParse(address)) return { href: address, protocol: '' };
  const url = new URL(address);
  url.hash = '';
  return url;
}
