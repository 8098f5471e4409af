import { openJump } from '../deck/jump.ts';
import { planTime, type TimePlan } from '../../talk/model/time-plan.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { renderAgenda } from './agenda.ts';
import { openDeckLink, type DeckLink, type FollowedDeck } from './deck-link.ts';
import { startDivider } from './dividers.ts';
import { showNotes } from './notes-pane.ts';
import { readNotes, readOutline } from '../stage/outline.ts';
import { openPicture, type Picture } from './picture.ts';
import type { Clock } from '../stage/clock.ts';
import { findNext, type OutlineSlide, type Position } from '../stage/position.ts';
import { showClock } from './speaker-clock.ts';
import { followSpeakerKeys, listSpeakerKeys } from './speaker-keys.ts';
import { renderSpeaker, type SpeakerParts } from './speaker-parts.ts';
import {
  parseSettings,
  readSettings,
  storeSettings,
  type SpeakerSettings,
} from './speaker-settings.ts';
import { showPlace, showSigns } from './speaker-slides.ts';
import { keepAwake } from '../stage/wake-lock.ts';
import style from '../styles/deck/speaker.css?inline';

/** A speaker's page: what it shows, and of what. */
interface Desk {
  parts: SpeakerParts;
  current: Picture;
  next: Picture;
  settings: SpeakerSettings;
  /** Seconds of the whole talk; null when unknown. */
  duration: number | null;
  slides: readonly OutlineSlide[];
  plan: TimePlan | null;
  position: Position;
  notes: string;
  /** Null before a deck has said one. */
  clock: Clock | null;
  /** Null without a deck; undefined while one is looked for. */
  followed: FollowedDeck | null | undefined;
  isAwake: boolean;
}

const CLOCK_INTERVAL_MS = 250;

/** Converts a talk's page to the speaker's page: this slide, the next step, the notes, the clock and the agenda. */
export function startSpeaker(document: Document, page: PageData | null): void {
  const desk = openDesk(document, page);
  arrange(desk);
  showDesk(desk);
  const link = openDeckLink((followed) => follow(desk, followed));
  listen(desk, link);
  const tick = (): void => showTime(desk);
  tick();
  setInterval(tick, CLOCK_INTERVAL_MS);
}

/** Reads the slides of the page, which are shown until a deck says more, and puts the desk in their place. */
function openDesk(document: Document, page: PageData | null): Desk {
  const slides = readOutline(document);
  const first = slides[0]?.id ?? '';
  const notes = readNotes(document.getElementById(first) ?? undefined);
  const duration = page?.duration === undefined ? null : page.duration * 60;
  document.title = `Speaker: ${document.title}`;
  const element = document.createElement('style');
  element.textContent = style;
  document.head.append(element);
  const parts = renderSpeaker(document);
  return {
    parts,
    current: openPicture(parts.current),
    next: openPicture(parts.next),
    settings: readSettings(),
    duration,
    slides,
    plan: planTime(slides, duration),
    position: { slide: first, step: -1 },
    notes,
    clock: null,
    followed: undefined,
    isAwake: false,
  };
}

/** Takes over what the deck says; without a deck everything stays as it was. */
function follow(desk: Desk, followed: FollowedDeck | null): void {
  desk.followed = followed;
  if (followed) {
    const { state, slides } = followed;
    desk.position = { slide: state.slide, step: state.step };
    desk.notes = state.notes;
    desk.clock = state.clock;
    if (slides && slides !== desk.slides) {
      desk.slides = slides;
      desk.plan = planTime(slides, desk.duration);
    }
  }
  showDesk(desk);
}

function showDesk(desk: Desk): void {
  const { parts, slides, position, followed, notes } = desk;
  showSigns(parts, followed);
  showPlace(parts, slides, position);
  showNotes(parts.notes, notes, position.step);
  const search = followed?.state.search ?? location.search;
  desk.current.show(position);
  desk.current.load(search);
  const next = findNext(slides, position);
  if (next) desk.next.show(next);
  desk.next.load(search);
  showTime(desk);
  showAgenda(desk);
  keepDeskAwake(desk);
}

function showAgenda({ parts, slides, plan, position, clock }: Desk): void {
  const reached = clock?.reached ?? {};
  const agenda = plan ? renderAgenda({ slides, plan, slide: position.slide, reached }) : '';
  if (parts.agenda.dataset['markup'] === agenda) return;
  parts.agenda.dataset['markup'] = agenda;
  parts.agenda.innerHTML = agenda;
  parts.agenda.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

function showTime({ parts, plan, duration, position, clock, settings }: Desk): void {
  const total = duration ?? plan?.seconds ?? null;
  const { countsDown } = settings;
  showClock(parts, { clock, plan, total, slide: position.slide, countsDown }, Date.now());
}

/** While a talk runs the screen of its speaker does not sleep. */
function keepDeskAwake(desk: Desk): void {
  if (desk.isAwake || (desk.clock?.startedAt ?? null) === null) return;
  desk.isAwake = true;
  keepAwake(document);
}

/** Lets keys, buttons and dividers do what they are for. */
function listen(desk: Desk, { ask }: DeckLink): void {
  const { parts } = desk;
  const press = (key: string): void => ask({ type: 'press', key });
  const pauseClock = (): void => ask({ type: 'clock', change: 'pause' });
  const turnClock = (): void => void change(desk, { countsDown: !desk.settings.countsDown });
  const jump = (): void => openJump(desk.slides, ({ id }) => ask({ type: 'go', slide: id }));
  const resizeNotes = (steps: number): void =>
    void change(desk, { size: desk.settings.size + 2 * steps });
  const keys = listSpeakerKeys({ press, jump, resizeNotes, pauseClock, turnClock });
  followSpeakerKeys(document, keys);
  onPress(parts.find, jump);
  onPress(parts.black, () => press('b'));
  onPress(parts.smaller, () => resizeNotes(-1));
  onPress(parts.larger, () => resizeNotes(1));
  onPress(parts.back, () => press('\u2190'));
  onPress(parts.forward, () => press('\u2192'));
  onPress(parts.pause, pauseClock);
  onPress(parts.clock, turnClock);
  onPress(parts.reset, () => (parts.ask as HTMLDialogElement).showModal());
  onPress(parts.keep, () => (parts.ask as HTMLDialogElement).close());
  onPress(parts.zero, () => {
    (parts.ask as HTMLDialogElement).close();
    ask({ type: 'clock', change: 'reset' });
  });
  startDivider(parts.columns, (columns) => change(desk, { columns }).columns);
  startDivider(parts.rows, (rows) => change(desk, { rows }).rows);
}

/** Runs on a click or a key; a button that was clicked gives up the focus, so that the next key is for the slides. */
function onPress(button: HTMLElement, run: () => void): void {
  button.addEventListener('click', ({ detail }) => {
    if (detail > 0) button.blur();
    run();
  });
}

/** Changes, keeps and shows settings; returns them within their bounds. */
function change(desk: Desk, some: Partial<SpeakerSettings>): SpeakerSettings {
  desk.settings = parseSettings({ ...desk.settings, ...some });
  storeSettings(desk.settings);
  arrange(desk);
  showTime(desk);
  return desk.settings;
}

function arrange({ parts, settings: { columns, rows, size } }: Desk): void {
  parts.desk.style.setProperty('--columns', String(columns));
  parts.desk.style.setProperty('--rows', String(rows));
  parts.desk.style.setProperty('--notes-size', `${size}px`);
  parts.columns.ariaValueNow = String(Math.round(columns * 100));
  parts.rows.ariaValueNow = String(Math.round(rows * 100));
}
