/** The themes that ship, the default first. */
export const THEMES = ['rostrum', 'paper', 'blueprint', 'keynote', 'lecture'] as const;
