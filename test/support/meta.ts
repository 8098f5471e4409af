import type { TalkMeta } from '../../src/talk/model/talk.ts';

/** A talk's front matter with as little in it as a talk can have. */
export const META: TalkMeta = {
  title: 'A talk',
  subtitle: null,
  speaker: null,
  email: null,
  affiliation: null,
  event: null,
  place: null,
  date: '2024-09-18',
  timezone: null,
  duration: null,
  language: 'en',
  description: null,
  css: null,
  theme: 'rostrum',
  footer: true,
  dark: false,
  placeholders: false,
  aspect: '16:9',
  tabSize: null,
  macros: {},
  follow: null,
};
