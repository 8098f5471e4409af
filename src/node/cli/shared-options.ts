/** The option for pages that follow no data source. */
export const OFFLINE = {
  type: 'boolean',
  description: 'Keeps the data as they are: no source is asked, no page looks for new rows.',
} as const;

/** The option that runs no code of the project. */
export const SAFE = {
  type: 'boolean',
  description:
    'Runs no code of the project, neither data/*.ts nor vite.config.ts: for a repository of a stranger.',
} as const;

/** The option that computes all talks for one day. */
export const AS_OF = {
  type: 'string',
  valueHint: 'DATE',
  description: "Computes the data for this day, YYYY-MM-DD; defaults to each talk's own.",
} as const;
