import { findFloorFile } from '../engine.ts';

/** Entries of the browser floor, as absolute paths; Node never imports them, pages name them. */
export interface BrowserFiles {
  script: string;
  style: string;
  indexStyle: string;
  icon: string;
}

/** Finds the entries of the browser floor. */
export function findBrowserFiles(): BrowserFiles {
  return {
    script: findFloorFile('browser/main.ts'),
    style: findFloorFile('browser/styles/rostrum.css'),
    indexStyle: findFloorFile('browser/styles/index.css'),
    icon: findFloorFile('browser/brand/icon.svg'),
  };
}
