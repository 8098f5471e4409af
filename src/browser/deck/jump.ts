import { html } from '../../talk/html/html.ts';
import { findPlaces, type Place } from '../page/find-places.ts';
import style from '../styles/deck/jump.css?inline';
import { addStyle } from './add-style.ts';

const LIST_ID = 'rostrum:places';

/** Opens a field that finds slides by number or words, with a list of those found; `go` gets the one that is chosen. */
export function openJump(places: readonly Place[], go: (place: Place) => void): void {
  if (document.querySelector('dialog.jump')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'jump';
  dialog.lang = 'en';
  dialog.setAttribute('aria-label', 'Go to a slide');
  dialog.innerHTML = renderField();
  const [input, list] = [dialog.querySelector('input'), dialog.querySelector('ol')];
  if (!input || !list) return;
  const choose = (id: string | undefined): void => {
    const place = places.find((one) => one.id === id);
    // Removed at once, so that the next key is for the slide.
    dialog.remove();
    if (place) go(place);
  };
  const mark = (item: Element | null | undefined): void => markItem(input, list, item);
  const search = (): void => {
    list.innerHTML = renderPlaces(findPlaces(places, input.value));
    mark(list.querySelector('[data-to]'));
  };
  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    const current = list.querySelector('[aria-selected="true"]');
    if (event.key === 'ArrowDown') mark(current?.nextElementSibling ?? current);
    else if (event.key === 'ArrowUp') mark(current?.previousElementSibling ?? current);
    else if (event.key === 'Enter') choose(current?.getAttribute('data-to') ?? undefined);
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element) choose(target.closest('li')?.dataset['to']);
  });
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  search();
  addStyle(document, style);
  document.body.append(dialog);
  dialog.showModal();
}

/** Marks one slide of the list as the one to which Enter goes. */
function markItem(input: HTMLElement, list: HTMLElement, item: Element | null | undefined): void {
  list.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false');
  item?.setAttribute('aria-selected', 'true');
  item?.scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', item?.id ?? '');
}

function renderField(): string {
  return html`<input
      type="text"
      role="combobox"
      aria-expanded="true"
      aria-controls="${LIST_ID}"
      aria-label="Number or words of a slide"
      placeholder="Number or words of a slide"
      autocomplete="off"
      spellcheck="false"
    />
    <ol id="${LIST_ID}" role="listbox" aria-label="Slides"></ol>`.markup;
}

function renderPlaces(places: readonly Place[]): string {
  if (places.length === 0) return html`<li class="jump-none">No slide has these words.</li>`.markup;
  const items = places.map(
    ({ id, number, title }) =>
      html`<li id="rostrum:place-${number}" role="option" aria-selected="false" data-to="${id}">
        <span>${number}</span> ${title}
      </li>`,
  );
  return html`${items}`.markup;
}
