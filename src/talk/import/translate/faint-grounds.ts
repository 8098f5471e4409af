import type { Result } from '../deck.ts';

/** How a program shows the picture behind a slide. */
export interface GroundLook {
  opacity?: string | undefined;
  size?: string | undefined;
  position?: string | undefined;
}

/** Says what becomes of a picture behind a slide that does not cover it at full strength; null for any other. */
export function judgeGround({ opacity, size, position }: GroundLook): Result | null {
  if (opacity !== undefined && Number(opacity) < 0.5)
    return ['dropped', 'A background covers its slide at full strength; a faint one is left out.'];
  const isSmall = size !== undefined && size !== 'cover' && size !== '100%';
  if (isSmall || opacity !== undefined || (position !== undefined && position !== 'center'))
    return ['approximated', 'A background covers its slide at full strength.'];
  return null;
}
