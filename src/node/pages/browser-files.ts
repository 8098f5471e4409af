import { locateFloorFile } from '../engine.ts';

/** Entries of the browser floor, as absolute paths; Node never imports them, pages name them. */
export interface BrowserFiles {
  script: string;
  /** The service worker of built talks. */
  worker: string;
  style: string;
  indexStyle: string;
  icon: string;
}

/** Finds the entries of the browser floor. */
export function listBrowserFiles(): BrowserFiles {
  return {
    script: locateFloorFile('browser/main.ts'),
    worker: locateFloorFile('browser/offline/service-worker.ts'),
    style: locateFloorFile('browser/styles/rostrum.css'),
    indexStyle: locateFloorFile('browser/styles/index.css'),
    icon: locateFloorFile('browser/brand/icon.svg'),
  };
}
