const PICTURE = /^(?![a-z-]*gradient\(|url\().*\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$/i;
/** One letter before a colon is a Windows drive, not a scheme. */
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]+:|\/\/|#|\?)/i;

/** Reports whether an address leaves the project: it has a scheme or a host, or points into the page. */
export function isExternal(address: string): boolean {
  return address === '' || EXTERNAL.test(address);
}

/** Reports whether an address is a Windows path, which no page understands. */
export function isWindowsPath(address: string): boolean {
  return /^[a-z]:|\\/i.test(address);
}

/** Reports whether a background is a picture's address rather than a colour or gradient. */
export function isPicture(address: string): boolean {
  return PICTURE.test(address);
}

/** Resolves an address in a file to a project path: relative to the file, or to the root after `/`. */
export function resolvePath(file: string, address: string): string {
  const base = address.startsWith('/') ? [] : file.split('/').slice(0, -1);
  const path: string[] = [];
  for (const part of [...base, ...address.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else path.push(part);
  }
  return path.join('/');
}

/** Encodes the characters of a path that would end it in an address. */
export function encodePath(path: string): string {
  // No address can hold a half of a symbol.
  const whole = path.replaceAll(/\p{Surrogate}/gu, '\ufffd');
  return whole.split('/').map(encodeURIComponent).join('/');
}

/** Returns the address by which a file links to another path of the project. */
export function relativePath(file: string, path: string): string {
  const from = file.split('/').slice(0, -1);
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
