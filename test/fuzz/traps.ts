import type { Page } from 'playwright-core';
import { TRAP as SCRIPT } from '../support/vectors.ts';
import { TRAP } from './values.ts';

/** Functions that vectors call. */
const FUNCTIONS = [TRAP, SCRIPT.replace('()', '')];

/** Sets traps on a page: returns a list that script of an input, dialogs, requests to addresses from data and errors are added to. */
export async function trapPage(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const name of FUNCTIONS) {
    await page.exposeFunction(name, () => void faults.push(`executes: script calls "${name}"`));
  }
  page.on('dialog', (dialog) => {
    faults.push(`executes: a dialog opens: ${dialog.message()}`);
    void dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', (popup) => {
    faults.push(`executes: a window opens: ${popup.url()}`);
  });
  page.on('request', (request) => {
    const address = decodeURIComponentSafely(request.url());
    if (!address.startsWith('data:') && address.includes(TRAP))
      faults.push(`executes: a request goes to an address from data: ${address}`);
  });
  page.on('pageerror', (error) => faults.push(`throws ${error.stack ?? error.message}`));
  page.on('crash', () => faults.push('ends the page'));
  // Nothing leaves the machine; what an author loads from elsewhere is missing.
  await page.route(
    ({ hostname, protocol }) => /^https?:/.test(protocol) && !isLocal(hostname),
    (route) => route.abort(),
  );
  return faults;
}

/** Returns what of an input became markup, or makes no sense, on a page; null for nothing. */
export function findIntruder(page: Page): Promise<string | null> {
  return page.evaluate((trap) => {
    for (const element of document.querySelectorAll('*')) {
      if (element.localName.includes(trap))
        return `executes: <${element.localName}> comes from data`;
      for (const { name, value } of element.attributes) {
        const isScript = /^(?:on|href|src)/.test(name) && /^\s*javascript:/i.test(value);
        if (name.includes(trap) || isScript) return `executes: the attribute ${name}="${value}"`;
      }
    }
    return null;
  }, TRAP);
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}

function decodeURIComponentSafely(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
