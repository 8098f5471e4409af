import { mapAddresses } from '../../talk/html/listed-addresses.ts';
import type { Finding } from '../../talk/problems/finding.ts';
import type { Talk } from '../../talk/model/talk.ts';
import type { Page } from '../chromium/chromium-page.ts';

/** What a page says of something that its policy kept from loading or running. */
const BLOCKED = /^(\S+) was blocked by the page's policy/;
/** A browser's word for a layout that is finished in the next frame. */
const LAYOUT = /ResizeObserver loop/;
const STACK = /\n\s+at [^]*$/;

/** Reports what a talk's page did beside drawing its slides: dialogs, scripts that failed, and what its policy blocked, as its lines say. */
export function reportPageFaults(
  { errors, dialogs }: Pick<Page, 'errors' | 'dialogs'>,
  lines: readonly string[],
  talk: Talk,
): Finding[] {
  const failed = errors
    .filter((error) => !LAYOUT.test(error))
    .map((error) => `a script failed: ${error.replace(STACK, '')}`);
  const blocked = lines.filter((line) => BLOCKED.test(line));
  return [...dialogs, ...failed, ...blocked].map((reason) => {
    const address = BLOCKED.exec(reason)?.[1] ?? '';
    return {
      slide: findSlide(address, talk),
      block: null,
      what: `The page of "${talk.name}"`,
      words: address,
      fault: { code: 'page-fault', reason },
      cause: reason,
      badness: 0,
      count: 1,
      looks: [],
    };
  });
}

/** Returns the id of the slide that names what was blocked, an address or a scheme alone; empty where none does. */
function findSlide(blocked: string, { slides }: Talk): string {
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
