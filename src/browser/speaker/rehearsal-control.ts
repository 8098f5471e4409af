import { html } from '../../talk/html/html.ts';
import type { Rehearsal } from '../../talk/model/rehearsal/rehearsal.ts';
import { readRuns, removeRuns } from '../rehearsal/recording-store.ts';
import { readTalkPath } from '../stage/channel.ts';
import { printClock, readElapsed } from '../stage/clock.ts';
import type { RehearsalChange } from '../stage/rehearsal-messages.ts';
import type { Desk } from './desk.ts';

/** Shows that a rehearsal is recorded, or what became of the last one. */
export function showRehearsal({ parts, followed, clock }: Desk): void {
  const { isRecording = false, news = '' } = followed?.state.rehearsal ?? {};
  const hasStarted = (clock?.startedAt ?? null) !== null;
  parts.rehearse.textContent = isRecording ? 'Stop' : 'Rehearse';
  parts.rehearse.toggleAttribute('data-on', isRecording);
  const words = hasStarted ? 'Recording a rehearsal' : 'The rehearsal starts with the first move';
  const { markup } = isRecording
    ? html`<span class="speaker-recording">${words}</span>`
    : html`${news === '' ? null : html`<span>${news} <button type="button" class="speaker-close">Close</button></span>`}`;
  if (parts.rehearsal.dataset['markup'] === markup) return;
  parts.rehearsal.dataset['markup'] = markup;
  parts.rehearsal.innerHTML = markup;
}

/** Asks whether to record a rehearsal, or to stop the one that is recorded. */
export function askAboutRehearsal(desk: Desk, change: (change: RehearsalChange) => void): void {
  const state = desk.followed?.state;
  if (!state) return;
  const elapsed = desk.clock ? readElapsed(desk.clock, Date.now()) / 1000 : 0;
  if (state.rehearsal.isRecording) {
    openQuestion(`Rehearsal: ${printClock(elapsed)} so far. Stop it?`, [
      ['Go on', () => {}],
      ['Stop and keep', () => change('stop')],
      ['Discard', () => change('discard')],
    ]);
    return;
  }
  const reset = elapsed > 0 ? ' The clock is set to zero.' : '';
  const runs = readRuns(readTalkPath());
  const kept = runs.length === 0 ? '' : ` This browser keeps ${runs.length} of this talk.`;
  openQuestion(
    `Record a rehearsal? It notes when you reach each slide and step, never what you say.${reset}${kept}`,
    [
      ['Not now', () => {}],
      ['Record', () => change('start')],
      ...(runs.length === 0
        ? []
        : ([
            ['Download', () => download(runs)],
            ['Delete', () => askToDelete(runs.length)],
          ] as const)),
    ],
  );
}

function askToDelete(count: number): void {
  openQuestion(`Delete all ${count} rehearsals of this talk from this browser?`, [
    ['Keep them', () => {}],
    ['Delete', () => removeRuns(readTalkPath())],
  ]);
}

type Choice = readonly [name: string, run: () => void];

/** Opens a dialog with a choice; the first one is in focus and does no harm. */
function openQuestion(words: string, choices: readonly Choice[]): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'speaker-ask';
  dialog.innerHTML = html`<p>${words}</p>
    ${choices.map(([name]) => html`<button type="button">${name}</button> `)}`.markup;
  const buttons = [...dialog.querySelectorAll('button')];
  for (const [index, button] of buttons.entries()) {
    button.addEventListener('click', () => {
      dialog.close();
      choices[index]?.[1]();
    });
  }
  dialog.addEventListener('close', () => dialog.remove());
  (document.querySelector('main') ?? document.body).append(dialog);
  dialog.showModal();
  buttons[0]?.focus();
}

/** Gives the rehearsals of a talk as a file that `rostrum timing` reads. */
function download(runs: readonly Rehearsal[]): void {
  const last = runs.at(-1);
  const link = document.createElement('a');
  const text = `${JSON.stringify(runs.length === 1 ? last : runs, null, 2)}\n`;
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${last?.talk ?? 'talk'}-${last?.startedAt.slice(0, 10) ?? ''}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
