/** How long a value takes to move to its new place; 0 puts it there at once. */
export interface Motion {
  milliseconds: number;
}

/** No movement at all. */
export const STILL: Motion = { milliseconds: 0 };

/** The movement that explains a change of a value. */
export const MOVING: Motion = { milliseconds: 400 };
