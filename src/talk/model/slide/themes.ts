/** The themes that ship, the default first. */
export const THEMES = ['rostrum', 'paper', 'blueprint', 'keynote', 'lecture'] as const;

/** How much larger than usual the titles of a theme are, where they are. */
export const TITLE_SCALES: Readonly<Record<string, number>> = { keynote: 58 / 46 };
