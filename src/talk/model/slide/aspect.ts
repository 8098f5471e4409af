/** The shapes that slides can have, the default first. */
export const ASPECTS = ['16:9', '16:10', '4:3'] as const;

/** The shape of slides, width to height. */
export type Aspect = (typeof ASPECTS)[number];

/** How the slides of a talk look unless a viewer chooses otherwise. */
export interface TalkLook {
  /** Defaults to false. */
  dark: boolean;
  aspect: Aspect;
}

/** Width of slides in their own pixels, the same for every shape: text keeps its size and its lines. */
export const SLIDE_WIDTH = 1280;

const HEIGHTS: Readonly<Record<Aspect, number>> = { '16:9': 720, '16:10': 800, '4:3': 960 };

/** Returns the height of slides in their own pixels. */
export function slideHeight({ aspect }: { aspect: Aspect }): number {
  return HEIGHTS[aspect];
}

/** Returns the size of slides in their own pixels. */
export function slideSize(talk: { aspect: Aspect }): { width: number; height: number } {
  return { width: SLIDE_WIDTH, height: slideHeight(talk) };
}

/** Returns how much higher slides are than those of the default shape. */
export function extraHeight(talk: { aspect: Aspect }): number {
  return slideHeight(talk) - HEIGHTS['16:9'];
}
