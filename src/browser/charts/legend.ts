import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import { layBar } from './mark.ts';
import { layText, type Header } from './plot.ts';
import type { Extent, Mark } from './scene.ts';
import { TEXT, textWidth } from './chart-text.ts';

const SWATCH = 16;
const TEXT_AT = 26;
const GAP = 28;
const LINE = 30;

/** Lays out a legend above a plot, for marks without room for a name; empty for a single colour. */
export function layLegend(
  view: ChartView,
  header: Header,
  { width, noteRoom = 0 }: Extent,
): Header {
  if (view.series.length < 2) return { marks: [], bottom: header.bottom };
  let x = 0;
  // Notes are between the legend and the plot, so that their leaders cross no name.
  let y = header.bottom - noteRoom + TEXT.label;
  const marks: Mark[] = [];
  for (const { key, name, tone } of view.series) {
    const own = TEXT_AT + textWidth(name, TEXT.label);
    if (x > 0 && x + own > width) {
      x = 0;
      y += LINE;
    }
    marks.push(
      layBar(`swatch ${key}`, { tone, exact: true }, [x, x + SWATCH], [y - SWATCH + 1, y + 1]),
      layText(`legend ${key}`, `ink-${tone}`, name, [x + TEXT_AT, y], TEXT.label),
    );
    x += own + GAP;
  }
  return { marks, bottom: y + 20 + noteRoom };
}
