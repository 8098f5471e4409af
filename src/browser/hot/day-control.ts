import type { RevealApi } from 'reveal.js';
import { printDate } from '../../talk/data/date.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import { html } from '../../talk/html/html.ts';
import { todayIn } from '../../talk/text/timezone.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { addKey } from '../deck/keys.ts';
import { fetchDay, readOtherDay, writeOtherDay } from '../page/day.ts';
import { applyUpdate } from './hot.ts';

/** The parts of the control. */
interface Parts {
  button: HTMLButtonElement;
  panel: HTMLFormElement;
  input: HTMLInputElement;
  status: HTMLElement;
}

/** Adds a control that shows the talk's data of another day, computed by the dev server. */
export function startDayControl(deck: RevealApi, page: PageData): void {
  const root = document.createElement('aside');
  root.className = 'day';
  root.innerHTML = render(page.asOf);
  const parts = readParts(root);
  const { button, panel, input } = parts;
  const go = (day: IsoDate | null): void => void showDay(day, { deck, page, parts });
  button.addEventListener('click', () => toggle(parts));
  panel.addEventListener('submit', (event) => event.preventDefault());
  panel.addEventListener('click', (event) => {
    const choice = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    if (choice !== undefined) go(choice === 'own' ? null : todayIn(page.timezone ?? null));
  });
  input.addEventListener('change', () => input.value !== '' && go(input.value));
  root.addEventListener('keydown', (event) => {
    // Keys pressed in the panel are not for the deck.
    event.stopPropagation();
    if (event.key === 'Escape') toggle(parts);
  });
  // With a control of its own the deck has the key, and this one its button.
  if (!page.time?.hasControl) {
    addKey({ keys: ['t'], about: 'Data of another day', run: () => button.click() });
  }
  markOther(root);
  document.body.append(root);
}

/** The parts that a change of day needs. */
interface Control {
  deck: RevealApi;
  page: PageData;
  parts: Parts;
}

async function showDay(to: IsoDate | null, { deck, page, parts }: Control): Promise<void> {
  const { button, input, status } = parts;
  try {
    const { own, update } = await fetchDay({ talk: page.talk, to, from: readOtherDay() });
    const day = to ?? own;
    writeOtherDay(day === own ? null : day);
    if (update) applyUpdate(deck, update, page);
    input.value = day;
    button.textContent = labelDay(day);
    status.textContent = describe(update ? Object.keys(update.sections).length : 0);
    const root = button.closest<HTMLElement>('.day');
    if (root) markOther(root);
  } catch (error) {
    status.textContent = error instanceof Error ? error.message : String(error);
  }
}

function render(day: IsoDate): string {
  return html`<form class="day-panel" id="rostrum:day-panel" hidden>
      <label>Data as of <input type="date" value="${day}" required /></label>
      <button type="button" data-day="own">The talk’s own day</button>
      <button type="button" data-day="today">Today</button>
      <p role="status"></p>
    </form>
    <button type="button" class="day-button" aria-expanded="false" aria-controls="rostrum:day-panel">
      ${labelDay(day)}
    </button>`.markup;
}

function readParts(root: HTMLElement): Parts {
  const find = <Part extends HTMLElement>(selector: string): Part => {
    const part = root.querySelector<Part>(selector);
    if (!part) throw new Error(`The control has no ${selector}.`);
    return part;
  };
  return {
    button: find('.day-button'),
    panel: find('.day-panel'),
    input: find('input'),
    status: find('[role="status"]'),
  };
}

function toggle({ button, panel, input }: Parts): void {
  panel.hidden = !panel.hidden;
  button.setAttribute('aria-expanded', String(!panel.hidden));
  if (!panel.hidden) return input.focus();
  // With the focus left in it, the control would keep keys from the deck.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Marks the page while it shows another day than its own. */
function markOther(root: HTMLElement): void {
  root.classList.toggle('is-other', readOtherDay() !== null);
}

function labelDay(day: IsoDate): string {
  return `Data as of ${printDate(day)}`;
}

function describe(slides: number): string {
  if (slides === 0) return 'No slide is different.';
  return slides === 1 ? '1 slide is different.' : `${slides} slides are different.`;
}
