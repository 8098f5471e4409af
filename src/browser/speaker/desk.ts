import { planTime, type TimePlan } from '../../talk/model/time-plan.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { addStyle } from '../deck/add-style.ts';
import type { InkDraft } from '../ink/ink-messages.ts';
import { NO_INK, writeInk, type Ink } from '../ink/ink-state.ts';
import type { Clock } from '../stage/clock.ts';
import { readNotes, readOutline } from '../stage/outline.ts';
import type { OutlineSlide, Position } from '../stage/position.ts';
import style from '../styles/deck/speaker.css?inline';
import type { FollowedDeck } from './deck-link.ts';
import { openPicture, type Picture } from './picture.ts';
import { renderSpeaker, type SpeakerParts } from './speaker-parts.ts';
import {
  parseSettings,
  readSettings,
  storeSettings,
  type SpeakerSettings,
} from './speaker-settings.ts';

/** A speaker's page: what it shows, and of what. */
export interface Desk {
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
  /** What is drawn over the slides. */
  ink: Ink;
  /** Null before a deck has said one. */
  clock: Clock | null;
  /** Null without a deck; undefined while one is looked for. */
  followed: FollowedDeck | null | undefined;
  isAwake: boolean;
}

/** Reads the slides of the page, which are shown until a deck says more, and puts the desk in their place. */
export function openDesk(document: Document, page: PageData | null): Desk {
  const slides = readOutline(document);
  const first = slides[0]?.id ?? '';
  const notes = readNotes(document.getElementById(first) ?? undefined);
  const duration = page?.duration === undefined ? null : page.duration * 60;
  document.title = `Speaker: ${document.title}`;
  addStyle(document, style);
  const parts = renderSpeaker(document);
  const desk: Desk = {
    parts,
    current: openPicture(parts.current, () => writeInk(desk.ink)),
    next: openPicture(parts.next, () => writeInk({ ...desk.ink, zoom: null })),
    settings: readSettings(),
    duration,
    slides,
    plan: planTime(slides, duration),
    position: { slide: first, step: -1 },
    notes,
    ink: NO_INK,
    clock: null,
    followed: undefined,
    isAwake: false,
  };
  return desk;
}

/** Draws over the pictures what has changed; null for all. */
export function drawOnPictures({ current, next, ink }: Desk, draft: InkDraft | null): void {
  current.draw(draft ?? writeInk(ink));
  // What comes next is never enlarged, and the pointer is not there yet.
  if (!draft) next.draw(writeInk({ ...ink, zoom: null }));
  else if (draft.type === 'stroke' || draft.type === 'erase') next.draw(draft);
}

/** Changes, keeps and shows settings; returns them within their bounds. */
export function changeSettings(desk: Desk, some: Partial<SpeakerSettings>): SpeakerSettings {
  desk.settings = parseSettings({ ...desk.settings, ...some });
  storeSettings(desk.settings);
  arrange(desk);
  return desk.settings;
}

/** Gives the parts of a desk the sizes of its settings. */
export function arrange({ parts, settings: { columns, rows, size } }: Desk): void {
  parts.desk.style.setProperty('--columns', String(columns));
  parts.desk.style.setProperty('--rows', String(rows));
  parts.desk.style.setProperty('--notes-size', `${size}px`);
  parts.columns.ariaValueNow = String(Math.round(columns * 100));
  parts.rows.ariaValueNow = String(Math.round(rows * 100));
}
