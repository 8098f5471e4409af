/** The forms of a slide's number: none, the number, or the number and how many there are. */
export const PAGINATIONS = ['n/N'] as const;

/** Whether slides have a number, or its form. */
export type Pagination = boolean | (typeof PAGINATIONS)[number];

/** A logo as the author named it; `alt` is null where it has no words. */
export interface LogoSpec {
  path: string;
  alt: string | null;
}

/** The logo of a talk: addresses from the project's root. */
export interface Logo {
  light: string;
  /** The variant for dark slides; null where the first is for both. */
  dark: string | null;
  alt: string;
}

/** What the slides of a talk have at their head and foot; an absent key is as usual. */
export interface TalkEdges {
  header?: string;
  /** Words in place of title and event. */
  footer?: string;
  logo?: Logo;
  /** Picture behind covers: an address from the project's root. */
  cover?: string;
  pagination?: Pagination;
}
