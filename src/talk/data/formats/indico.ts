import * as v from 'valibot';
import { toShape } from './answer-shape.ts';
import { isRecord } from '../../text/value/record.ts';

/** A talk or a break of a conference, in local time. */
export interface Session {
  day: string;
  /** `HH:MM`. */
  start: string;
  end: string;
  title: string;
  room: string | null;
  speakers: string[];
  timezone: string;
  venue: string | null;
}

const moment = v.object({
  date: v.pipe(v.string(), v.isoDate()),
  time: v.pipe(v.string(), v.regex(/^\d{2}:\d{2}/)),
  tz: v.string(),
});

const PERSON = v.union([
  v.object({ fullName: v.string() }),
  v.object({ first_name: v.string(), last_name: v.string() }),
  v.object({ firstName: v.string(), familyName: v.string() }),
]);

const entry = {
  title: v.string(),
  startDate: v.nullable(moment),
  endDate: v.nullable(moment),
  room: v.nullish(v.string()),
  location: v.nullish(v.string()),
};

const CONTRIBUTIONS = v.object({
  results: v.pipe(
    v.array(
      v.object({
        contributions: v.array(v.object({ ...entry, speakers: v.optional(v.array(PERSON), []) })),
      }),
    ),
    v.minLength(1),
  ),
});

const SLOT = v.object({ ...entry, entryType: v.string(), entries: v.optional(v.unknown()) });
const TIMETABLE = v.object({
  results: v.record(v.string(), v.record(v.string(), v.record(v.string(), SLOT))),
});

/** Reads the talks of an event: `/export/event/ID.json?detail=contributions`; talks without a time are left out. */
export function readContributions(answer: unknown): Session[] {
  const [event] = toShape(CONTRIBUTIONS, answer).results;
  return (event?.contributions ?? []).flatMap((talk) =>
    toSession(talk, talk.speakers.map(printPerson)),
  );
}

/** Reads the breaks of an event: `/export/timetable/ID.json`. */
export function readBreaks(answer: unknown): Session[] {
  const days = Object.values(toShape(TIMETABLE, answer).results).flatMap(Object.values);
  const slots: v.InferOutput<typeof SLOT>[] = days.flatMap(Object.values);
  return [...slots, ...listInner(slots)]
    .filter(({ entryType }) => entryType === 'Break')
    .flatMap((slot) => toSession(slot, []));
}

/** Returns the rooms by title for talks without one in the list of talks. */
export function readRooms(answer: unknown): Map<string, string> {
  const days = Object.values(toShape(TIMETABLE, answer).results).flatMap(Object.values);
  const slots: v.InferOutput<typeof SLOT>[] = days.flatMap(Object.values);
  return new Map(
    [...slots, ...listInner(slots)].flatMap(({ title, room }) =>
      room ? [[title, clean(room)]] : [],
    ),
  );
}

/** Lists what is within session blocks, in the room of its block unless it has its own. */
function listInner(slots: readonly v.InferOutput<typeof SLOT>[]): v.InferOutput<typeof SLOT>[] {
  return slots.flatMap(({ entries, room }) =>
    isRecord(entries)
      ? Object.values(toShape(v.record(v.string(), SLOT), entries)).map((slot) => ({
          ...slot,
          room: slot.room || room,
        }))
      : [],
  );
}

interface Slot {
  title: string;
  startDate: v.InferOutput<typeof moment> | null;
  endDate: v.InferOutput<typeof moment> | null;
  room?: string | null | undefined;
  location?: string | null | undefined;
}

function toSession(slot: Slot, speakers: string[]): Session[] {
  const { title, startDate: from, endDate: to } = slot;
  if (!from || !to) return [];
  const [start, end] = [from.time.slice(0, 5), to.time.slice(0, 5)];
  const room = slot.room ? clean(slot.room) : null;
  const about = { title: title.trim(), room, speakers, venue: slot.location || null };
  return [{ day: from.date, start, end, ...about, timezone: from.tz }];
}

/** Removes quotation marks around a room. */
function clean(room: string): string {
  return room.replace(/^"|"$/g, '').trim();
}

function printPerson(person: v.InferOutput<typeof PERSON>): string {
  if ('first_name' in person) return `${person.first_name} ${person.last_name}`.trim();
  if ('firstName' in person) return `${person.firstName} ${person.familyName}`.trim();
  // Indico writes "FAMILY, Given", and titles before the name.
  const [family = '', given] = person.fullName
    .replace(/^(?:Mr|Ms|Mrs|Dr|Prof)\.? /, '')
    .split(', ');
  return given ? `${given} ${family}` : family;
}
