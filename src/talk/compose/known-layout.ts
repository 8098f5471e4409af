import type { SlideLayout, OwnLooks } from '../model/look/theme.ts';
import type { SlideFile } from '../model/slide-file.ts';
import { THEMES } from '../model/slide/themes.ts';
import type { Problem } from '../model/problem.ts';
import { LAYOUTS } from '../model/talk.ts';
import { foreignLayout, isForeignLayout, unknownTheme, wrongValue } from '../problems/problems.ts';
import { findNearest, suggestName } from '../text/nearest.ts';
import type { OrderedSlide } from './ordered-slide.ts';

/** Removes an unknown layout, and reports it on its slide. */
export function withKnownLayout(
  slide: OrderedSlide,
  layouts: readonly SlideLayout[],
): OrderedSlide {
  const { layout, ...spec } = slide.spec;
  const names: string[] = [...LAYOUTS, ...layouts.map(({ name }) => name)];
  if (layout === undefined || names.includes(layout)) return slide;
  const { source, via } = slide;
  const span = source.keySpans.layout ?? source.span;
  const near = suggestName(layout, names);
  const isForeign = isForeignLayout(layout) || !findNearest(layout, names);
  const problem = isForeign
    ? foreignLayout(layout, names, span)
    : wrongValue('layout', `one of ${names.join(', ')}`, span, near && `Did you mean "${near}"?`);
  const placed = via.length === 0 ? problem : { ...problem, via };
  return { ...slide, spec, problems: [...slide.problems, placed] };
}

/** Checks the theme that a talk names; an unknown one is left out. */
export function checkTheme(
  file: SlideFile,
  theme: string | undefined,
  looks: OwnLooks | undefined,
): { theme?: string; problems: Problem[] } {
  const names: string[] = [...THEMES, ...(looks?.themes ?? []).map(({ name }) => name)];
  if (theme === undefined) return { problems: [] };
  if (names.includes(theme)) return { theme, problems: [] };
  const { theme: span } = file.headSpans;
  // A theme of the whole project is checked where the option is read.
  return { problems: span ? [unknownTheme(theme, names, span)] : [] };
}
