/** What a file is that a page plays. */
export type MediaKind = 'video' | 'audio';

const VIDEO = /\.(?:webm|mp4|m4v|mov|ogv)$/i;
const AUDIO = /\.(?:mp3|m4a|aac|oga|ogg|opus|wav|flac)$/i;
const REDUCIBLE = /\.(?:jpe?g|png|webp|avif)$/i;
const TAIL = /[?#].*$/s;
const EXTENSION = /\.[^./]+$/;
const POSTERS = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'svg'];

/** Returns whether an address names a film or sound, by its extension; null for anything else. */
export function mediaKind(address: string): MediaKind | null {
  const name = address.replace(TAIL, '');
  if (VIDEO.test(name)) return 'video';
  return AUDIO.test(name) ? 'audio' : null;
}

/** Lists the addresses at which a film's picture may lie: its own name with the extension of a picture. */
export function listPosters(address: string): string[] {
  const name = address.replace(TAIL, '').replace(EXTENSION, '');
  return POSTERS.map((extension) => `${name}.${extension}`);
}

const QR = /^qr:/i;

/** Reports whether the address of a picture makes it a QR code. */
export function isQr(address: string): boolean {
  return QR.test(address);
}

/** Returns what the QR code of an address holds. */
export function qrContent(address: string): string {
  return address.replace(QR, '').trim();
}

/** Reports whether a file is a picture that builds and exports can make smaller, by its extension. */
export function isReducible(path: string): boolean {
  return REDUCIBLE.test(path);
}
