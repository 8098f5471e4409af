import {
  listLayouts,
  type OwnLooks,
  type OwnLook,
  type SlideLayout,
  type Theme,
} from '../model/look/theme.ts';
import type { Layout, Slide } from '../model/talk.ts';
import { OUR_THEMES } from './our-themes.ts';

/** Finds what a talk takes from the looks of its project: its theme and the layouts of its slides. */
export function describeLook(
  slides: readonly Pick<Slide, 'layout'>[],
  theme: string,
  looks: OwnLooks | undefined,
): { ownLook?: OwnLook } {
  if (!looks) return {};
  const used = new Set(slides.map(({ layout }) => layout));
  const layouts = listLayouts(looks, theme).filter(({ name }) => used.has(name));
  const own = looks.themes.find(({ name }) => name === theme) ?? null;
  return own || layouts.length > 0 ? { ownLook: { theme: own, layouts } } : {};
}

/** The talk for which a look is looked up. */
interface LookedUp {
  project: { looks?: OwnLooks | undefined };
  meta: { theme: string };
}

/** Finds the theme of a talk; undefined for the default, which sets nothing. */
export function findTheme({ project, meta }: LookedUp): Theme | undefined {
  return [...(project.looks?.themes ?? []), ...OUR_THEMES].find(({ name }) => name === meta.theme);
}

/** Finds a layout of the project's own; undefined for one of Rostrum. */
export function findOwnLayout(
  layout: Layout,
  { project, meta }: LookedUp,
): SlideLayout | undefined {
  return listLayouts(project.looks, meta.theme).find(({ name }) => name === layout);
}

/** The sizes of titles in the default theme, by layout. */
const TITLES = {
  cover: ['text-cover', 104],
  end: ['text-cover', 104],
  section: ['text-section', 76],
  statement: ['text-statement', 84],
} as const;

/** Returns how much larger the titles of a layout are than in the default theme; 1 where they are not. */
export function scaleTitle(theme: Theme | undefined, layout: Layout): number {
  const [name, usual] = TITLES[layout as keyof typeof TITLES] ?? ['text-title', 46];
  return Math.max(1, (theme?.sizes?.[name] ?? usual) / usual);
}
