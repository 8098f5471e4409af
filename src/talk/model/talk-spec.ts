/** A talk's front matter as its author wrote it, checked key by key; what is left out is absent. */
export interface TalkSpec {
  title?: string;
  subtitle?: string;
  speaker?: string;
  email?: string;
  affiliation?: string;
  event?: string;
  place?: string;
  date?: string;
  /** Minutes. */
  duration?: number;
  language?: string;
  description?: string;
  asOf?: string;
  css?: string;
  theme?: string;
  footer?: boolean;
  /** How many columns a tab in code reaches; the language decides where it is left out. */
  tabSize?: number;
}

/** What talks of a project say where their own front matter does not. */
export type TalkDefaults = Pick<
  TalkSpec,
  'speaker' | 'email' | 'css' | 'theme' | 'language' | 'event'
>;
