const MAX_ADDRESS_LENGTH = 8192;
const CONTROLS = /[\u0000-\u001f\u007f\\]/;

/** Reads the decoded path of an address; null when it is malformed or has no path. */
export function parsePath(address: string | undefined): string | null {
  if (address === undefined || address.length > MAX_ADDRESS_LENGTH) return null;
  if (!address.startsWith('/') || address.startsWith('//')) return null;
  const end = address.search(/[?#]/);
  try {
    const pathname = decodeURIComponent(end < 0 ? address : address.slice(0, end));
    const isPlain = !CONTROLS.test(pathname) && !pathname.split('/').includes('..');
    return isPlain && URL.canParse(address, 'http://localhost') ? pathname : null;
  } catch {
    return null;
  }
}

/** Returns the URL of a talk's PDF, relative to the index. */
export function toPdfPath(talk: string): string {
  const name = encodeURIComponent(talk);
  return `${name}/${name}.pdf`;
}
