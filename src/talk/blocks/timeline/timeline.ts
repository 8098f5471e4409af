import * as v from 'valibot';
import { useRows } from '../../data/view.ts';
import { defineBlock } from '../../model/block.ts';
import { nothingToShow, tooMuchToShow } from '../../problems/block-problems.ts';
import { html } from '../../html/html.ts';
import type { Fit } from '../block-fit.ts';
import { checkSpec } from './timeline-check.ts';
import { stepAttributes, stepClass, stepMarks } from '../stepped.ts';
import {
  fitHighlights,
  isShown,
  joinLabel,
  printState,
  renderKey,
  renderNow,
  renderReleases,
} from './timeline-html.ts';
import {
  timelineView,
  type Highlight,
  type TimelineRelease,
  type TimelineSpec,
  type TimelineView,
} from './timeline-view.ts';
import { printValue } from '../../text/value/value-text.ts';

const SCHEMA = v.strictObject({
  data: v.string(),
  cadence: v.string(),
  candidates: v.optional(
    v.strictObject({ name: v.string(), every: v.string(), after: v.string(), window: v.string() }),
  ),
  next: v.optional(v.picklist(['minor', 'major'])),
  lastMinor: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  opened: v.optional(v.string()),
  closed: v.optional(v.string()),
  below: v.optional(v.strictObject({ column: v.string(), label: v.optional(v.string()) })),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  highlights: v.optional(v.picklist(['steps', 'all', 'none'])),
  focus: v.optional(v.string()),
});

const TOO_MUCH = {
  what: 'the highlights of these releases',
  hint: 'Show fewer releases with "from" and "to", or one at a time with "highlights: steps".',
};

/** Shows releases on a time axis: their cycles, a second line and highlights as known on the talk's date. */
export const timeline = defineBlock<TimelineSpec>({
  name: 'timeline',
  about: 'Releases on a time axis, as they stood on the date of the talk.',
  schema: SCHEMA,
  element: 'browser/elements/rostrum-timeline.ts',
  live: 'talk/blocks/timeline/timeline.ts',
  isFlexible: true,
  compile(spec, context) {
    const data = context.dataset(spec.data, ['data']);
    if (!data || !checkSpec(spec, data, context)) return null;
    const view = timelineView(spec, data, context.asOf);
    if (view.releases.length === 0) {
      context.report(nothingToShow('timeline', spec.data, context.spanOf(['data'])));
      return null;
    }
    const fits = fitHighlights(view, spec);
    if (!fits) {
      context.report(tooMuchToShow('timeline', TOO_MUCH, context.spanOf([])));
      return null;
    }
    const shown = new Set(view.releases.map(({ version }) => version));
    return {
      html: renderTimeline(spec, view, { fits, id: context.id, language: context.talk.language }),
      steps: countSteps(spec, view),
      text: writeTimeline(spec, view),
      uses: useRows(
        data,
        data.rows.filter((row) => shown.has(printValue(row['version']))),
      ),
    };
  },
});

/** Counts a timeline's steps: one for each release with highlights. */
export function countSteps({ highlights, focus }: TimelineSpec, { told }: TimelineView): number {
  const hasSteps = focus === undefined && (highlights === undefined || highlights === 'steps');
  return hasSteps ? told.length : 0;
}

function renderTimeline(
  spec: TimelineSpec,
  view: TimelineView,
  { fits, id, language }: { fits: ReadonlyMap<string, Fit>; id: string; language: string },
): string {
  const steps = countSteps(spec, view);
  const mode = spec.focus === undefined ? (spec.highlights ?? 'steps') : 'focus';
  const wire = JSON.stringify({ ...spec, asOf: view.asOf });
  return html`<rostrum-timeline
    class="block block-timeline timeline-${mode}${stepClass(steps)}"
    data-block="${id}"
    data-spec="${wire}"
    ${stepAttributes(steps)}
  >
    ${stepMarks(steps)} ${spec.focus === undefined && renderNow(view, language)} ${renderReleases(view, fits, language)}
    ${renderKey(view, spec, language)}
  </rostrum-timeline>`.markup;
}

function writeTimeline(spec: TimelineSpec, view: TimelineView): string {
  const lines = view.releases.flatMap((release) => {
    const { version, status, below } = release;
    const head = `- **${version}**: ${status}${below === null ? '' : `, ${joinLabel(view.belowLabel, below)}`}`;
    if (spec.highlights === 'none' || !isShown(release, spec)) return [head];
    return [
      head,
      ...release.highlights.map((highlight) => `  - ${writeHighlight(highlight, release)}`),
    ];
  });
  const note =
    view.cadence === ''
      ? []
      : ['', `What lies ahead is projected from the usual cadence: ${view.cadence}.`];
  return [`As of ${view.today}:`, '', ...lines, ...note].join('\n');
}

function writeHighlight(highlight: Highlight, release: TimelineRelease): string {
  const state = printState(highlight, release);
  return state === '' ? highlight.text : `${highlight.text} (${state})`;
}
