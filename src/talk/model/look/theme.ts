import type { BlockFile } from '../block-files.ts';
import type { ColourName, SizeName } from './tokens.ts';

/** Colours as CSS writes them, or `var(--NAME)` for another colour of the theme, by name. */
export type ThemeColours = Partial<Record<ColourName, string>>;

/** A font file that a theme brings. */
export interface ThemeFont {
  /** The name of the face, as `text` and `mono` of the theme name it. */
  family: string;
  /** A `.woff2` file: a path from the configuration file, or `new URL('./face.woff2', import.meta.url)`. */
  file: BlockFile;
  /** Its licence, such as `OFL-1.1`: a theme that is passed on passes the file on. */
  licence: string;
  /** Defaults to 400. */
  weight?: number;
  /** Defaults to no. */
  italic?: boolean;
  /** The letters that it is for, such as `U+0-24F`; defaults to all that it has. */
  range?: string;
}

/** A way to lay a slide out, of a project's or a theme's own: `layout: NAME`. */
export interface SlideLayout {
  /** What slides name it by. */
  name: string;
  /** One sentence about it. */
  about: string;
  /**
   * Its areas in rows, as CSS writes them: `['before after', 'verdict verdict']`; `.` leaves a place empty. A line
   * `::after::` begins an area, and what stands before the first such line is in the first one.
   */
  areas: readonly string[];
  /** The widths of its columns, as shares of the slide; defaults to equal ones. */
  columns?: readonly number[];
  /** The heights of its rows, as shares of what is left; 0 is as high as its content. Defaults to equal shares of the rest. */
  rows?: readonly number[];
  /** A stylesheet, for what the grid does not say; its rules begin with `.layout-NAME`. */
  style?: BlockFile;
}

/** A look: what it sets differs from the theme `rostrum`, the rest is the same. */
export interface Theme {
  /** What talks name it by: `theme: NAME`. */
  name: string;
  /** One sentence: what it is for. */
  about: string;
  /** Colours on light paper, which is the default. */
  light?: ThemeColours;
  /** Colours on dark paper, made for it. */
  dark?: ThemeColours;
  /** Sizes and spacing: numbers in pixels of a slide, in ems for `tracking-*` and `measure`, in milliseconds for `motion`. */
  sizes?: Partial<Record<SizeName, number>>;
  /** Font files; defaults to none, and no others are needed. */
  fonts?: readonly ThemeFont[];
  /** The face of text: one of `fonts`, or one that the theme's stylesheet declares; letters that it lacks are IBM Plex Sans. */
  text?: string;
  /** The face of code; letters that it lacks are IBM Plex Mono. */
  mono?: string;
  /** Layouts that talks of this theme can use, beside the usual ones. */
  layouts?: readonly SlideLayout[];
  /** A stylesheet, for what no variable says. */
  style?: BlockFile;
}

/** The themes and layouts of a project's own. */
export interface OwnLooks {
  themes: readonly Theme[];
  layouts: readonly SlideLayout[];
}

/** The look of a talk that is not Rostrum's own: its theme, and the layouts of its slides. */
export interface OwnLook {
  /** Null for a theme of Rostrum. */
  theme: Theme | null;
  layouts: readonly SlideLayout[];
}

/** Returns a theme with its type. */
/* @__NO_SIDE_EFFECTS__ */
export function defineTheme(theme: Theme): Theme {
  return theme;
}

/** Returns a layout with its type. */
/* @__NO_SIDE_EFFECTS__ */
export function defineLayout(layout: SlideLayout): SlideLayout {
  return layout;
}

/** Lists the names of a layout's areas, in the order in which they begin. */
export function listAreas({ areas }: Pick<SlideLayout, 'areas'>): string[] {
  const names = areas.flatMap((row) => row.trim().split(/\s+/));
  return [...new Set(names)].filter((name) => !/^\.*$/.test(name));
}

/** Lists the layouts of a project's own that talks of a theme can use. */
export function listLayouts(looks: OwnLooks | undefined, theme: string): readonly SlideLayout[] {
  if (!looks) return [];
  const own = looks.themes.find(({ name }) => name === theme);
  return own?.layouts ? [...looks.layouts, ...own.layouts] : looks.layouts;
}
