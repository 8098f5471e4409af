import { html, type Html } from '../model/html.ts';
import { fitColumns, ROOM } from './fit.ts';
import type { Highlight, TimelineRelease, TimelineSpec, TimelineView } from './timeline-view.ts';

/** Room that is left for highlights under the drawn axis. */
const PANEL = { width: ROOM.width, height: 196 };
const FOCUS_LARGEST = 28;
const LARGEST = 24;

/** Words for the states of a highlight; what has landed needs none. */
const STATES: Record<Highlight['state'], string> = {
  landed: '',
  queued: 'queued',
  planned: 'planned',
  missed: 'not in yet',
};

/** Writes the releases and their highlights as a list. */
export function renderReleases(view: TimelineView, spec: TimelineSpec): Html {
  const steps = new Map(view.told.map((index, position) => [index, position + 1]));
  const isTold = spec.highlights !== 'none';
  const items = view.releases.map((release, index) => {
    const highlights = isTold && isShown(release, spec) ? release.highlights : [];
    const classes = ['release', `release-${release.stage}`];
    if (release.version === spec.focus) classes.push('focus');
    return html`<li
      class="${classes.join(' ')}"
      data-version="${release.version}"
      data-on="${steps.get(index) ?? ''}"
    >
      ${renderHead(release)} ${highlights.length > 0 && renderHighlights(highlights, view, spec)}
    </li>`;
  });
  return html`<ol class="releases">
    ${items}
  </ol>`;
}

/** Says in words what a highlight's state is; empty for one that landed with its release. */
export function printState({ state, elsewhere }: Highlight): string {
  return elsewhere ? `${STATES[state]} in ${elsewhere}`.trim() : STATES[state];
}

/** Tells whether a release's highlights belong on the slide. */
export function isShown(release: TimelineRelease, { focus }: TimelineSpec): boolean {
  return focus === undefined || release.version === focus;
}

function renderHead({ version, status, rust }: TimelineRelease): Html {
  return html`<p class="release-head">
    <strong class="release-version">${version}</strong>
    <span class="release-status">${status}</span>
    ${rust !== null && html`<span class="release-rust">Rust ${rust}</span>`}
  </p>`;
}

function renderHighlights(
  highlights: readonly Highlight[],
  view: TimelineView,
  { highlights: mode, focus }: TimelineSpec,
): Html {
  const shares = mode === 'all' && focus === undefined ? view.told.length : 1;
  const fit = fitColumns({
    texts: highlights.map(printHighlight),
    width: PANEL.width / shares,
    height: PANEL.height,
    largest: focus === undefined ? LARGEST : FOCUS_LARGEST,
    mostColumns: shares > 1 ? 1 : 3,
    gap: 40,
    indent: 28,
    leading: 1.25,
    spacing: 0.2,
    wraps: true,
  });
  const { columns, rows, size } = fit ?? { columns: 1, rows: highlights.length, size: 18 };
  return html`<ul
    class="highlights"
    style="--columns: ${columns}; --rows: ${rows}; --size: ${size}px"
  >
    ${highlights.map(renderHighlight)}
  </ul>`;
}

function renderHighlight(highlight: Highlight): Html {
  const state = printState(highlight);
  return html`<li class="highlight highlight-${highlight.state}">
    <span
      >${highlight.text}${state !== '' && html` <em class="highlight-state">${state}</em>`}</span
    >
  </li>`;
}

function printHighlight(highlight: Highlight): string {
  return `${highlight.text} ${printState(highlight)}`.trim();
}
