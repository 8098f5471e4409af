import { expect, test } from 'vitest';
import { schedule } from '../../../../src/talk/blocks/schedule.ts';
import { compileBlock, viewOf } from '../../../support/block.ts';

const EVENTS = viewOf('events', [
  {
    room: 'A',
    start: '12:45',
    end: '13:30',
    title: 'Porting',
    speakers: ['Someone', 'Other'],
    timezone: 'Europe/Vienna',
    venue: 'Center',
  },
  { room: 'A', start: '9:00', end: '10:00', title: 'A talk', speakers: ['Me'] },
  { room: 'A', start: '13:30', end: '15:00', title: 'Lunch', kind: 'break', speakers: [] },
  { room: 'B', start: '10:00', end: '10:30', title: '<Locks>', speakers: [] },
  { room: 'B', start: 'soon', end: '10:30', title: 'never', speakers: [] },
]);
const compile = (yaml: string): ReturnType<typeof compileBlock> =>
  compileBlock(schedule, yaml, { datasets: [EVENTS] });

test('sorts by the clock, room by room, and names gaps', () => {
  expect(compile('data: events').output?.text).toBe(
    [
      '**A**\n\n- 09:00–10:00 **A talk** (Me)\n- 10:00–12:45 Break\n- 12:45–13:30 Porting (Someone, Other)\n- 13:30–15:00 Lunch',
      '**B**\n\n- 10:00–10:30 <Locks>',
      'Center. Times in Europe/Vienna.',
    ].join('\n\n'),
  );
});

test('marks this talk by its own title, or the session it is told', () => {
  const html = compile('data: events').output?.html ?? '';
  expect(html.match(/class="session marked"/g)).toHaveLength(1);
  expect(html).toContain(', this talk');
  expect(html).toContain('&lt;Locks&gt;');
  expect(compile('data: events\nmark: Porting').output?.text).toContain('**Porting**');
});

test('shows one room, and says the time zone it is given', () => {
  const { output } = compile('data: events\nwhere: { room: B }\ntimezone: UTC');
  expect(output?.text).toBe('**B**\n\n- 10:00–10:30 <Locks>\n\nTimes in UTC.');
});

test('reports when nothing has a time, or there is no room for all', () => {
  const codes = (yaml: string): string[] => compile(yaml).problems.map(({ code }) => code);
  expect(codes('data: events\nwhere: { start: soon }')).toEqual(['nothing-to-show']);
  expect(codes('data: events\nheight: 80')).toEqual(['too-much-to-show']);
});

test('a gap is named in English, whatever the language of the talk', () => {
  const setting = { datasets: [EVENTS], talk: { language: 'ar' } };
  const { output } = compileBlock(schedule, 'data: events', setting);
  expect(output?.html).toContain('<span class="session-title" lang="en" dir="ltr">Break</span>');
  expect(output?.html).toContain('<span class="session-title">Lunch</span>');
  expect(compile('data: events').output?.html).not.toContain('lang="en"');
});
