import { planTime } from '../../talk/model/time-plan.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { toggleHelp } from '../deck/help.ts';
import { openJump } from '../deck/jump.ts';
import { findNext } from '../stage/position.ts';
import type { RehearsalChange } from '../stage/rehearsal-messages.ts';
import type { FreezeChange } from '../stage/stage-messages.ts';
import { keepAwake } from '../stage/wake-lock.ts';
import { renderAgenda } from './agenda.ts';
import { openDeckLink, type DeckLink, type FollowedDeck } from './deck-link.ts';
import { arrange, changeSettings, drawOnPictures, openDesk, type Desk } from './desk.ts';
import { startDivider } from './dividers.ts';
import { showNotes } from './notes-pane.ts';
import { askAboutRehearsal, showRehearsal } from './rehearsal-control.ts';
import { openPrint, openRoomTools, type RoomTools } from './room-tools.ts';
import { showClock } from './speaker-clock.ts';
import { followSpeakerKeys, listSpeakerKeys } from './speaker-keys.ts';
import { showSigns } from './speaker-signs.ts';
import { showPlace } from './speaker-slides.ts';

const CLOCK_INTERVAL_MS = 250;

/** Converts a talk's page to the speaker's page: this slide, the next step, the notes, the clock and the agenda. */
export function startSpeaker(document: Document, page: PageData | null): void {
  const desk = openDesk(document, page);
  arrange(desk);
  showDesk(desk);
  const link = openDeckLink({
    show: (followed) => {
      follow(desk, followed);
      tools.show();
    },
    draw(draft, ink) {
      desk.ink = ink;
      drawOnPictures(desk, draft);
      tools.show();
    },
  });
  const tools = openRoomTools(desk, link.draw);
  listen(desk, link, tools);
  const tick = (): void => showTime(desk);
  tick();
  setInterval(tick, CLOCK_INTERVAL_MS);
}

/** Takes over what the deck says; without a deck everything stays as it was. */
function follow(desk: Desk, followed: FollowedDeck | null): void {
  desk.followed = followed;
  if (followed) {
    const { state, slides, duration } = followed;
    desk.position = { slide: state.slide, step: state.step };
    desk.notes = state.notes;
    desk.clock = state.clock;
    if (followed.ink !== desk.ink) {
      desk.ink = followed.ink;
      drawOnPictures(desk, null);
    }
    if (slides && slides !== desk.slides) {
      desk.slides = slides;
      desk.duration = duration == null ? null : duration * 60;
      desk.plan = planTime(slides, desk.duration);
    }
  }
  showDesk(desk);
}

function showDesk(desk: Desk): void {
  const { parts, slides, position, followed, notes } = desk;
  showSigns(parts, followed, slides);
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
  showRehearsal(desk);
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

function isFrozen({ followed }: Desk): boolean {
  return Boolean(followed?.state.frozenAt);
}

/** Lets keys, buttons and dividers do what they are for. */
function listen(desk: Desk, { ask }: DeckLink, tools: RoomTools): void {
  const { parts } = desk;
  const press = (key: string): void => {
    const isPutAway = key === 'o' && tools.putAway();
    if (!isPutAway) ask({ type: 'press', key });
  };
  const pauseClock = (): void => ask({ type: 'clock', change: 'pause' });
  const turnClock = (): void => {
    changeSettings(desk, { countsDown: !desk.settings.countsDown });
    showTime(desk);
  };
  const jump = (): void => openJump(desk.slides, ({ id }) => ask({ type: 'go', slide: id }));
  const changeFreeze = (change: FreezeChange): void => ask({ type: 'freeze', change });
  const freeze = (): void => changeFreeze(isFrozen(desk) ? 'show' : 'freeze');
  const resizeNotes = (steps: number): void =>
    void changeSettings(desk, { size: desk.settings.size + 2 * steps });
  const changeRehearsal = (change: RehearsalChange): void => ask({ type: 'rehearse', change });
  const rehearse = (): void => askAboutRehearsal(desk, changeRehearsal);
  const keys = listSpeakerKeys({
    press,
    jump,
    freeze,
    tools,
    resizeNotes,
    rehearse,
    pauseClock,
    turnClock,
  });
  followSpeakerKeys(document, keys);
  onPress(parts.find, jump);
  onPress(parts.black, () => press('b'));
  onPress(parts.freeze, freeze);
  onPress(parts.pen, tools.turnPen);
  onPress(parts.undo, tools.undo);
  onPress(parts.erase, tools.erase);
  onPress(parts.print, () => openPrint(desk.followed?.state.deck));
  onPress(parts.zoom, tools.zoom);
  onPress(parts.unfreeze, () => changeFreeze('return'));
  onPress(parts.smaller, () => resizeNotes(-1));
  onPress(parts.larger, () => resizeNotes(1));
  onPress(parts.keys, () => toggleHelp(keys));
  onPress(parts.back, () => press('\u2190'));
  onPress(parts.forward, () => press('\u2192'));
  onPress(parts.pause, pauseClock);
  onPress(parts.clock, turnClock);
  onPress(parts.rehearse, rehearse);
  onPress(parts.rehearsal, () => changeRehearsal('close'));
  onPress(parts.reset, () => {
    parts.again.hidden = desk.followed?.state.rehearsal.isRecording !== true;
    (parts.ask as HTMLDialogElement).showModal();
  });
  onPress(parts.keep, () => (parts.ask as HTMLDialogElement).close());
  onPress(parts.zero, () => {
    (parts.ask as HTMLDialogElement).close();
    ask({ type: 'clock', change: 'reset' });
  });
  startDivider(parts.columns, (columns) => changeSettings(desk, { columns }).columns);
  startDivider(parts.rows, (rows) => changeSettings(desk, { rows }).rows);
}

/** Runs on a click or a key; a button that was clicked gives up the focus, so that the next key is for the slides. */
function onPress(button: HTMLElement, run: () => void): void {
  button.addEventListener('click', ({ detail }) => {
    if (detail > 0) button.blur();
    run();
  });
}
