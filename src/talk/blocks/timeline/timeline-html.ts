import { markEnglish } from '../../html/direction.ts';
import { html, type Html, type HtmlValue } from '../../html/html.ts';
import { fitColumns, ROOM, type Fit } from '../block-fit.ts';
import {
  stateIn,
  type Highlight,
  type TimelineRelease,
  type TimelineSpec,
  type TimelineView,
} from './timeline-view.ts';

/** Room for highlights under the drawn axis. */
const PANEL = { width: ROOM.width, height: 195 };
const SHARED_HEIGHT = 130;
const SHARED_GAP = 40;
const FOCUS_LARGEST = 30;
const MAX_SIZE = 28;

/** Characters at which a browser may break a word. */
const SIGNS = /[#[({!?]/;

/** Words for the states of a highlight. */
const STATES: Record<Highlight['state'], string> = {
  landed: 'landed',
  queued: 'queued',
  planned: 'planned',
  missed: 'was planned',
};

/** Fits the highlights of each release into the room, all at one size; null when some do not fit. */
export function fitHighlights(view: TimelineView, spec: TimelineSpec): Map<string, Fit> | null {
  let largest = spec.focus === undefined ? MAX_SIZE : FOCUS_LARGEST;
  for (;;) {
    const fits = fitEach(view, spec, largest);
    if (!fits) return null;
    const least = Math.min(largest, ...[...fits.values()].map(({ size }) => size));
    if (least === largest) return fits;
    largest = least;
  }
}

function fitEach(view: TimelineView, spec: TimelineSpec, largest: number): Map<string, Fit> | null {
  const fits = new Map<string, Fit>();
  const isAll = spec.highlights === 'all' && spec.focus === undefined;
  const room = isAll ? { width: sharedWidth(view), height: SHARED_HEIGHT } : PANEL;
  for (const release of view.releases) {
    if (spec.highlights === 'none' || !isShown(release, spec)) continue;
    if (release.highlights.length === 0) continue;
    const fit = fitColumns({
      ...room,
      texts: release.highlights.map(writeHighlight),
      largest,
      mostColumns: isAll ? 1 : 3,
      gap: 32,
      indent: 26,
      leading: 1.25,
      spacing: 0.16,
      wraps: true,
    });
    if (!fit) return null;
    fits.set(release.version, fit);
  }
  return fits;
}

/** Writes the releases and their highlights as a list. */
export function renderReleases(
  view: TimelineView,
  fits: ReadonlyMap<string, Fit>,
  language: string,
): Html {
  const english = markEnglish(language);
  const items = view.releases.map((release) => {
    const fit = fits.get(release.version);
    return html`<li class="release" data-version="${release.version}">
      ${renderHead(release, view.belowLabel, english)} ${fit && renderHighlights(release, fit, english)}
    </li>`;
  });
  return html`<ol class="releases">
    ${items}
  </ol>`;
}

/** Formats the state of a highlight; empty when it equals that of its release. */
export function printState({ state, elsewhere }: Highlight, { stage }: TimelineRelease): string {
  if (elsewhere !== null) return printElsewhere(state, elsewhere);
  return state === stateIn(stage) ? '' : STATES[state];
}

function printElsewhere(state: Highlight['state'], version: string): string {
  return `${state === 'landed' ? 'came' : STATES[state]} with ${version}`;
}

/** Reports whether a release's highlights are shown on the slide. */
export function isShown(release: TimelineRelease, { focus }: TimelineSpec): boolean {
  return focus === undefined || release.version === focus;
}

/** Renders the current state of the releases. */
export function renderNow(view: TimelineView, language: string): Html {
  const english = markEnglish(language);
  const items = view.now.map(
    ({ part, version, status }) =>
      html`<li${english}><em>${part}</em> <strong>${version}</strong> <span>${status}</span></li>`,
  );
  return html`<ul class="timeline-now">
    ${items}
  </ul>`;
}

/** Renders the key to the marks of the drawing: only those that are drawn. */
export function renderKey(
  { cadence, releases, asOf }: TimelineView,
  { candidates, opened = 'opened', closed = 'closed' }: TimelineSpec,
  language: string,
): Html {
  const begun = releases.filter(({ stage }) => stage !== 'unknown');
  const hasWindow = begun.some(({ opens, closes }) => opens < closes && opens < asOf);
  const hasCandidates = begun.some(({ closes }) => closes < asOf);
  const isReleased = releases.some(({ stage }) => stage === 'released');
  return html`<p class="timeline-key"${markEnglish(language)}>
    ${hasWindow && html`<span class="key-window">${candidates?.window ?? `${opened} to ${closed}`}</span>`}
    ${hasCandidates && html`<span class="key-candidates">${candidates ? `${candidates.name}s` : 'before a release'}</span>`}
    ${isReleased && html`<span class="key-released">release</span>`}
    ${cadence !== '' && html`<span class="key-projected">projected: ${cadence}</span>`}
  </p>`;
}

/** Writes a value of the second line with what stands before it. */
export function joinLabel(label: string, value: string): string {
  return label === '' ? value : `${label} ${value}`;
}

function renderHead(
  { version, status, below, stage, highlights }: TimelineRelease,
  label: string,
  english: Html | false,
): Html {
  const states = [...new Set(highlights.map(({ state }) => state))].sort();
  const isPlain = states.length === 1 && (stage === 'released' || stage === 'planned');
  return html`<p class="release-head">
    <strong class="release-version">${version}</strong>
    <span class="release-status"${english}>${status}</span>
    ${below !== null && html`<span class="release-below">${joinLabel(label, below)}</span>`}
    ${!isPlain && states.map((state) => html`<em class="state state-${state}"${english}>${STATES[state]}</em>`)}
  </p>`;
}

function renderHighlights(
  release: TimelineRelease,
  { columns, size }: Fit,
  english: Html | false,
): Html {
  const starts = new Set(columns.map((_, index) => sum(columns.slice(0, index))));
  return html`<ul class="highlights" style="--columns: ${columns.length}; --size: ${size}px">
    ${release.highlights.map((highlight, index) =>
      renderHighlight(highlight, index > 0 && starts.has(index), { ...release, english }),
    )}
  </ul>`;
}

function renderHighlight(
  { text, state, elsewhere }: Highlight,
  isFirst: boolean,
  { stage, english }: TimelineRelease & { english: Html | false },
): Html {
  const isOther = elsewhere === null && state !== stateIn(stage);
  return html`<li class="highlight state state-${state}${isFirst && ' column-start'}">
    <span>
      ${keepWhole(text)} ${elsewhere !== null && html`<em${english}>${printElsewhere(state, elsewhere)}</em>`}
      ${isOther && html`<span class="visually-hidden"${english}>${STATES[state]}</span>`}
    </span>
  </li>`;
}

/** Prevents line breaks within a word such as #[test]. */
function keepWhole(text: string): HtmlValue {
  return text.split(' ').map((word, index) => {
    const whole = SIGNS.test(word) ? html`<span class="word">${word}</span>` : word;
    return index === 0 ? whole : [' ', whole];
  });
}

function writeHighlight({ text, state, elsewhere }: Highlight): string {
  return elsewhere === null ? text : `${text} ${printElsewhere(state, elsewhere)}`;
}

function sharedWidth({ told }: TimelineView): number {
  return (PANEL.width - (told.length - 1) * SHARED_GAP) / Math.max(1, told.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
