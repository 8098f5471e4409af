import { posix, win32 } from 'node:path';

/** The environment variables that name the folders of programs. */
export type Environment = Readonly<Record<string, string | undefined>>;

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome-headless-shell',
];

const LINUX_PLACES = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
];

const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PLACES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Lists paths of Chrome, Chromium and Edge on a platform, the likeliest first. */
export function listPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'win32') return listWindowsPlaces(env);
  if (platform === 'darwin') return listMacPlaces(env);
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return [
    ...LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name))),
    ...LINUX_PLACES,
  ];
}

function listMacPlaces(env: Environment): string[] {
  const roots = [
    '/Applications',
    ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : []),
  ];
  return MAC_NAMES.flatMap((name) =>
    roots.map((root) => posix.join(root, `${name}.app`, 'Contents', 'MacOS', name)),
  );
}

function listWindowsPlaces(env: Environment): string[] {
  const roots = WINDOWS_ROOTS.flatMap((name) => env[name] ?? []);
  return WINDOWS_PLACES.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)));
}
