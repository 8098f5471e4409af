/** Duration of an animation; 0 disables it. */
export interface Motion {
  milliseconds: number;
}

/** No animation. */
export const STILL: Motion = { milliseconds: 0 };

/** The animation of a changed value. */
export const MOVING: Motion = { milliseconds: 400 };
