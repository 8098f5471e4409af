import { statfsSync } from 'node:fs';
import type { BrowserBinary } from './find-browser.ts';
import { findSandboxObstacle } from './sandbox.ts';

const ALWAYS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-scrollbars',
  '--mute-audio',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  // Hinting moves letters by fractions of a pixel; without it screen and paper agree on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // A picture that is taken on a busy machine would lack parts that are not painted yet.
  '--run-all-compositor-stages-before-draw',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
];

/** Each process that is not started is a program of 200 MB that is not loaded; and only this build is known to do with fewer. */
const OF_BUNDLED = [
  '--no-zygote',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
  // It is unpacked without the libraries that draw WebGL in software.
  '--disable-software-rasterizer',
];

/** Pictures pass between processes in shared memory. Containers have 64 MB of it by default, which ends pages. */
const MIN_SHARED_BYTES = 1 << 30;
const SHARED_MEMORY = '/dev/shm';

/** Returns whether a machine has enough shared memory for a browser; files on a disk are its slow replacement. */
export function hasSharedMemory(folder: string = SHARED_MEMORY): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= MIN_SHARED_BYTES;
  } catch {
    return false;
  }
}

/** Lists the arguments to start a browser with; without a profile it keeps everything in memory. */
export function listArguments(
  binary: BrowserBinary,
  profile: string | undefined,
  isRoot = process.getuid?.() === 0,
): string[] {
  const isUnsandboxed = findSandboxObstacle(binary, isRoot) !== null;
  return [
    ...ALWAYS,
    ...(isUnsandboxed ? ['--no-sandbox'] : []),
    ...(hasSharedMemory() ? [] : ['--disable-dev-shm-usage']),
    ...(binary.origin === 'bundled' ? OF_BUNDLED : []),
    ...(profile ? [`--user-data-dir=${profile}`] : []),
    'about:blank',
  ];
}
