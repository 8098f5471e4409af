import type { Page } from '../chromium/chromium-page.ts';

/** What a page did beside drawing, as it happened. */
export interface RecordedFault {
  reason: string;
  /** Id of the slide whose element did it; empty where it is not known. */
  slide: string;
  /** Id of the block whose element did it; null where it is not known. */
  block: string | null;
}

/*
 * Runs before a page's scripts. While a method of a custom element runs, what it does belongs to the element's slide;
 * what it starts and does later belongs to the talk. Dialogs are answered here as a browser would that dismisses them.
 * The browser does not report what is recorded here. It reports frames, which have no record.
 */
const RECORDER = `(() => {
  if (window !== top) return;
  const faults = [];
  const sources = new WeakMap();
  const UNKNOWN = { slide: '', block: null };
  let source = UNKNOWN;
  const tell = (reason, by = source) => faults.push({ ...by, reason });
  const blame = (cause, by) => {
    if (Object(cause) === cause && !sources.has(cause)) sources.set(cause, by);
  };
  const locate = (element) => {
    const slide = element.closest('section.slide')?.id;
    return slide ? { slide, block: element.closest('[data-block]')?.dataset.block ?? null } : source;
  };
  const within = (method) => function (...args) {
    const [outer, mine] = [source, locate(this)];
    source = mine;
    try {
      const result = method.apply(this, args);
      // Awaiting it here would make a failure count as handled.
      if (result instanceof Promise) blame(result, mine);
      return result;
    } catch (error) {
      blame(error, mine);
      throw error;
    } finally {
      source = outer;
    }
  };
  const define = customElements.define;
  customElements.define = function (name, { prototype }) {
    for (const key of Object.getOwnPropertyNames(prototype)) {
      const { value, writable } = Object.getOwnPropertyDescriptor(prototype, key);
      const isMethod = typeof value === 'function' && writable && key !== 'constructor';
      if (isMethod) prototype[key] = within(value);
    }
    return define.apply(this, arguments);
  };
  const print = (value) => {
    try {
      const isPlain = typeof value === 'object' && value !== null && !(value instanceof Error);
      return isPlain ? JSON.stringify(value) : String(value);
    } catch {
      // It refers to itself, or has no text.
      return Object.prototype.toString.call(value);
    }
  };
  const shorten = (text, length) => text.split('\\n')[0].slice(0, length);
  for (const [name, answer] of [['alert', undefined], ['confirm', false], ['prompt', null]])
    window[name] = (message = '') => {
      tell('a dialog was dismissed: ' + name + ' "' + shorten(String(message), 80) + '"');
      return answer;
    };
  const { error } = console;
  const printError = (...values) => {
    tell('a script printed an error: ' + shorten(values.map(print).join(' '), 200));
    error(...values);
  };
  Object.assign(console, { error: printError });
  const fail = (event, error, cause) => {
    // Without an error only the browser knows what happened: a layout that took two frames, a script that threw null.
    if (error === undefined || error === null) return;
    event.preventDefault();
    tell('a script failed: ' + shorten(print(error), 1000), sources.get(cause) ?? UNKNOWN);
  };
  addEventListener('error', (event) => fail(event, event.error, event.error));
  addEventListener('unhandledrejection', (event) => fail(event, event.reason, event.promise));
  window.rostrumFaults = faults;
})()`;

/** Records what the scripts of a page do beside drawing, from the next page that is opened on. */
export function recordFaults(page: Page): Promise<void> {
  return page.prepare(RECORDER);
}

/** Returns what was recorded on the opened page. */
export function readFaults(page: Page): Promise<RecordedFault[]> {
  return page.evaluate<RecordedFault[]>('window.rostrumFaults');
}
