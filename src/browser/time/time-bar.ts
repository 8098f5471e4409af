import { printDate } from '../../talk/data/date.ts';
import { html } from '../../talk/html/html.ts';
import { placeDays, placeLabels } from './day-scale.ts';
import type { SlideMoments } from './slide-moments.ts';

/** What a bar shows. */
export interface BarState {
  index: number;
  isPlaying: boolean;
}

/** The bar with the days of a slide, at the foot of the slide. */
export interface TimeBar {
  show(state: BarState): void;
  remove(): void;
}

/** What a click in the bar does. */
export interface BarActions {
  goTo(index: number): void;
  play(): void;
}

const SLIDE_WIDTH = 1280;
const BAR_HEIGHT = 70;
/** Ticks that are nearer to each other than this are drawn smaller. */
const NEAR = 0.022;
const PLAY = 'M4 2l12 7-12 7z';
const PAUSE = 'M3 2h4v14H3zM11 2h4v14h-4z';

/** Adds the bar to the page, at the foot of a slide. */
export function openBar(section: HTMLElement, moments: SlideMoments, actions: BarActions): TimeBar {
  const bar = document.createElement('div');
  bar.className = 'time-bar';
  bar.lang = 'en';
  bar.dir = 'ltr';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'Date of the data');
  const places = placeDays(moments.days);
  bar.innerHTML = renderBar(moments, places);
  bar.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    // With the focus in the bar, its button would take the key that plays.
    button.blur();
    if (button.classList.contains('time-play')) actions.play();
    else actions.goTo(Number(button.dataset['index']));
  });
  const place = (): void => placeBar(bar, section);
  addEventListener('resize', place);
  document.body.append(bar);
  place();
  const parts = {
    day: bar.querySelector('.time-day'),
    play: bar.querySelector('.time-play'),
    shape: bar.querySelector('path'),
    ticks: [...bar.querySelectorAll('.time-tick')],
  };
  return {
    show({ index, isPlaying }) {
      bar.style.setProperty('--at', String(places[index] ?? 1));
      const day = moments.days[index];
      if (parts.day && day !== undefined) parts.day.textContent = printDate(day);
      parts.shape?.setAttribute('d', isPlaying ? PAUSE : PLAY);
      parts.play?.setAttribute('aria-label', isPlaying ? 'Pause' : 'Play');
      parts.ticks.forEach((tick, at) => tick.classList.toggle('is-past', at <= index));
    },
    remove() {
      removeEventListener('resize', place);
      bar.remove();
    },
  };
}

/** Says what cannot move; empty when all does. */
export function describeMoments({ days, figures, moving }: SlideMoments): string {
  if (moving === 0 || days.length < 2) return 'Nothing here changes with the date';
  return moving < figures ? `${moving} of ${figures} figures move` : '';
}

function renderBar(moments: SlideMoments, places: readonly number[]): string {
  const { days } = moments;
  const ticks = days.map(
    (day, index) =>
      html`<button type="button" class="time-tick" tabindex="-1" data-index="${index}" style="--at: ${places[index] ?? 0}" aria-label="${printDate(day)}"></button>`,
  );
  const labels = placeLabels(days).map(
    ({ text, at }) => html`<span class="time-label" style="--at: ${at}">${text}</span>`,
  );
  const note = describeMoments(moments);
  return html`<button type="button" class="time-play" aria-label="Play"><svg viewBox="0 0 18 18" aria-hidden="true"><path d="${PLAY}" /></svg></button>
    <p class="time-day" role="status"></p>
    <div class="time-track${isDense(places) && ' time-dense'}"><span class="time-line"></span><span class="time-past"></span>${ticks}<span class="time-now"></span>${labels}</div>
    <p class="time-note">${note}</p>`.markup;
}

function isDense(places: readonly number[]): boolean {
  return places.some((place, index) => index > 0 && place - (places[index - 1] ?? 0) < NEAR);
}

/** Puts the bar over the foot of the slide, at its scale. */
function placeBar(bar: HTMLElement, section: HTMLElement): void {
  const { left, bottom, width } = section.getBoundingClientRect();
  const scale = width / SLIDE_WIDTH;
  bar.style.transform = `translate(${left}px, ${bottom - BAR_HEIGHT * scale}px) scale(${scale})`;
}
