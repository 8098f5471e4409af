import { html } from '../../talk/html/html.ts';

/** Parts of a speaker's page, by the second half of their class. */
export type SpeakerParts = Record<(typeof NAMES)[number], HTMLElement> & {
  current: HTMLIFrameElement;
  next: HTMLIFrameElement;
};

const NAMES = [
  ...['clock', 'main-time', 'other-time', 'pace', 'pause', 'reset', 'rehearse'],
  ...['rehearsal', 'signs', 'now'],
  ...['desk', 'place', 'rows', 'end', 'following', 'agenda', 'columns', 'notes'],
  ...[
    'surface',
    'pen',
    'undo',
    'erase',
    'print',
    'zoom',
    'freeze',
    'unfreeze',
    'find',
    'black',
    'smaller',
    'larger',
    'keys',
    'back',
    'forward',
    'ask',
    'again',
    'keep',
    'zero',
  ],
] as const;

/** Puts a speaker's page in place of the slides. */
export function renderSpeaker({ body }: Document): SpeakerParts {
  body.innerHTML = html`<main class="speaker" lang="en">
    <h1 class="visually-hidden">Speaker\u2019s page</h1>
    ${renderBar()}
    <div class="speaker-desk">
      ${renderPictures()} ${renderDivider('columns', 'vertical', 'Width of the pictures')}
      <section class="speaker-notes" aria-label="Notes"></section>
    </div>
    <nav class="speaker-moves" aria-label="Slides">
      <button type="button" class="speaker-find">Go to</button>
      <button type="button" class="speaker-black">Black</button>
      <button type="button" class="speaker-smaller" aria-label="A\u2212, smaller notes">A\u2212</button>
      <button type="button" class="speaker-larger" aria-label="A+, larger notes">A+</button>
      <button type="button" class="speaker-keys">Keys</button>
      <button type="button" class="speaker-back">Back</button>
      <button type="button" class="speaker-forward">Next</button>
    </nav>
    <dialog class="speaker-ask" aria-label="Clock">
      <p>Set the clock to zero? <span class="speaker-again" hidden>The rehearsal begins again.</span></p>
      <button type="button" class="speaker-keep" autofocus>Keep it</button>
      <button type="button" class="speaker-zero">Set to zero</button>
    </dialog>
  </main>`.markup;
  const parts = NAMES.map((name) => [name, requirePart(body, name)]);
  const frames = ['current', 'next'].map((name) => [name, requirePart(body, name)]);
  return Object.fromEntries([...parts, ...frames]) as SpeakerParts;
}

function renderBar() {
  return html`<header class="speaker-bar">
    <button type="button" class="speaker-clock" title="Counts up or down">
      <span class="speaker-main-time"></span> <span class="speaker-other-time"></span>
    </button>
    <p class="speaker-pace"></p>
    <div class="speaker-buttons">
      <button type="button" class="speaker-pause"></button>
      <button type="button" class="speaker-reset">Reset</button>
      <button type="button" class="speaker-rehearse">Rehearse</button>
    </div>
    <div class="speaker-rehearsal" role="status"></div>
    <div class="speaker-signs" role="status"></div>
    <time class="speaker-now"></time>
  </header>`;
}

function renderPictures() {
  return html`<section class="speaker-pictures" aria-label="Slides">
    <figure class="speaker-this">
      <div class="speaker-frame">
        <iframe class="speaker-current" title="This slide" inert></iframe>
        <div class="speaker-surface"></div>
      </div>
      <figcaption class="speaker-place"></figcaption>
      <nav class="speaker-tools" aria-label="The room\u2019s screen">
        <button type="button" class="speaker-pen">Pen</button>
        <button type="button" class="speaker-undo">Undo</button>
        <button type="button" class="speaker-erase">Erase</button>
        <button type="button" class="speaker-print">Print</button>
        <button type="button" class="speaker-zoom">Zoom</button>
        <button type="button" class="speaker-freeze">Freeze</button>
        <button type="button" class="speaker-unfreeze" hidden>Go back</button>
      </nav>
    </figure>
    ${renderDivider('rows', 'horizontal', 'Height of this slide')}
    <div class="speaker-then">
      <figure>
        <div class="speaker-frame">
          <iframe class="speaker-next" title="Next step" inert></iframe>
          <p class="speaker-end" hidden>End of the talk</p>
        </div>
        <figcaption class="speaker-following"></figcaption>
      </figure>
      <div class="speaker-agenda"></div>
    </div>
  </section>`;
}

function renderDivider(name: string, orientation: string, label: string) {
  return html`<div
    class="speaker-divider speaker-${name}"
    role="separator"
    tabindex="0"
    aria-orientation="${orientation}"
    aria-label="${label}"
    aria-valuemin="20"
    aria-valuemax="85"
  ></div>`;
}

function requirePart(body: HTMLElement, name: string): HTMLElement {
  const part = body.querySelector<HTMLElement>(`.speaker-${name}`);
  if (!part) throw new Error(`The speaker's page has no ${name}.`);
  return part;
}
