import type { PictureRoom } from '../../talk/model/leaf-token.ts';

/** What pictures are encoded for: pages on the web, or what is printed, drawn or opened in PowerPoint. */
export type PicturePurpose = 'site' | 'paper';

/** What a picture is, as browsers show it. */
export interface PictureFacts {
  format: 'jpeg' | 'png' | 'webp' | 'avif';
  width: number;
  height: number;
  bytes: number;
  /** Whether anything shows through it. */
  isOpaque: boolean;
  /** Whether it has large even areas, as screenshots and drawings have and photographs have not. */
  isEven: boolean;
  isLocated: boolean;
}

/** How a picture is encoded, and at which size. */
export interface PicturePlan {
  width: number;
  height: number;
  encoding: 'webp' | 'fine-webp' | 'lossless-webp' | 'jpeg' | 'fine-jpeg' | 'png';
  /** Whether it is used even when it is larger than the file. */
  isForced: boolean;
}

/** Pixels of a picture for each pixel of a slide, enough for screens of twice its size. */
const DENSITY = 2;
const SLIDE: PictureRoom = { width: 1280, height: 720, isCovered: true };
/** Smaller files are left as they are. */
const MIN_BYTES = 50_000;
/** Larger files are encoded again even when they are shown in full size. */
const MANY_BYTES = 500_000;
/** A picture that would lose less of its width keeps its size. */
const NEAR_SCALE = 0.8;

/** Computes the scale at which a picture has enough pixels for all places that show it; at most 1. */
export function computeScale(
  size: Pick<PictureFacts, 'width' | 'height'>,
  rooms: readonly (PictureRoom | undefined)[],
): number {
  const scales = rooms.map((room) => {
    const { width, height, isCovered } = room ?? SLIDE;
    const known = [
      ...(width === null ? [] : [(width * DENSITY) / size.width]),
      ...(height === null ? [] : [(height * DENSITY) / size.height]),
    ];
    return isCovered ? Math.max(...known) : Math.min(...known);
  });
  const scale = Math.min(1, Math.max(...scales));
  return scale > NEAR_SCALE ? 1 : scale;
}

/** Reports whether a picture has far more pixels or bytes than its places show. */
export function isHuge(bytes: number, scale: number): boolean {
  return bytes > MIN_BYTES && (scale < 1 || bytes > MANY_BYTES);
}

/** Decides how a picture is encoded; null for one that stays as it is. */
export function planPicture(
  facts: PictureFacts,
  rooms: readonly (PictureRoom | undefined)[],
  purpose: PicturePurpose,
): PicturePlan | null {
  const scale = computeScale(facts, rooms);
  // Browsers put other formats into a PDF pixel by pixel.
  const isUnpacked =
    purpose === 'paper' && !facts.isEven && (facts.format === 'webp' || facts.format === 'avif');
  const isForced = isUnpacked || facts.isLocated;
  if (!isForced && !isHuge(facts.bytes, scale)) return null;
  const [width, height] = [facts.width, facts.height].map((side) => Math.round(side * scale) || 1);
  if (width === undefined || height === undefined) return null;
  return { width, height, encoding: chooseEncoding(facts, purpose), isForced };
}

/** Text and lines stay sharp: what is without loss stays so, and JPEG of it keeps its colours at each pixel. */
function chooseEncoding(facts: PictureFacts, purpose: PicturePurpose): PicturePlan['encoding'] {
  const { isEven, isOpaque, format } = facts;
  const isFine = isEven && format === 'jpeg';
  const isLossless = isEven && format !== 'jpeg';
  if (purpose === 'site') return isFine ? 'fine-webp' : isLossless ? 'lossless-webp' : 'webp';
  if (isLossless || !isOpaque) return 'png';
  return isFine ? 'fine-jpeg' : 'jpeg';
}
