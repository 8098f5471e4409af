import { defineDataset, formats, v } from 'rostrum';

const time = v.pipe(v.string(), v.isoTime());

/** Sessions and breaks of a conference, by room. */
export default defineDataset({
  schema: v.object({
    room: v.string(),
    start: time,
    end: time,
    kind: v.picklist(['talk', 'break']),
    title: v.string(),
    speakers: v.array(v.string()),
    venue: v.string(),
    timezone: v.string(),
  }),
  refresh: {
    id: 'lpc',
    source: {
      name: 'LPC 2024 schedule',
      url: 'https://lpc.events/event/18/timetable/',
      licence: 'not stated',
    },
    minInterval: '30min',
    updatePeriod: '7d',
    staleAfter: '365d',
    ask: {
      talks: {
        url: 'https://lpc.events/export/event/18.json?detail=contributions',
        format: 'json',
      },
      timetable: { url: 'https://lpc.events/export/timetable/18.json', format: 'json' },
    },
    parse({ talks, timetable }, { last, today }) {
      const rooms = formats.readRooms(timetable);
      const known = last?.editions.at(-1)?.rows ?? [];
      const all = [
        ...formats.readContributions(talks).map((talk) => ({ ...talk, kind: 'talk' })),
        ...formats.readBreaks(timetable).map((pause) => ({ ...pause, kind: 'break' })),
      ].map((session) => ({ ...session, room: session.room ?? rooms.get(session.title) ?? '' }));
      // Of a conference of days, the talks show some rooms, each on the day of the talks they have there.
      const wanted = new Set(
        all
          .filter(
            ({ title, kind }) => kind === 'talk' && known.some((row) => row['title'] === title),
          )
          .map(({ room, day }) => `${room} ${day}`),
      );
      const table = all
        .filter(({ room, day }) => known.length === 0 || wanted.has(`${room} ${day}`))
        .sort((a, b) => `${a.day} ${a.start}`.localeCompare(`${b.day} ${b.start}`))
        .map(({ venue, ...session }) => ({ ...session, venue: venue ?? '' }));
      return { asOf: today, table };
    },
  },
});
