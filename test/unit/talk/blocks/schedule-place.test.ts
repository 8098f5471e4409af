import { expect, test } from 'vitest';
import { printPlace, renderPlace, writePlace } from '../../../../src/talk/blocks/schedule-place.ts';
import { stepAttributes, stepClass, stepMarks } from '../../../../src/talk/blocks/stepped.ts';

test('says where sessions are and in which time zone, as far as it is known', () => {
  expect(printPlace([{}, { venue: 'Hall', timezone: 'Europe/New_Town' }], undefined)).toEqual({
    venue: 'Hall.',
    times: 'Times in Europe/New Town.',
  });
  expect(printPlace([{ timezone: 'A' }], 'B').times).toBe('Times in B.');
  expect(printPlace([], undefined)).toEqual({ venue: '', times: '' });
});

test('is a line below the timetable, or none', () => {
  const place = { venue: 'A & B.', times: 'Times in C.' };
  expect(String(renderPlace(place, false))).toBe(
    '<p class="schedule-place">A &amp; B. Times in C.</p>',
  );
  expect(renderPlace({ venue: '', times: '' }, false)).toBe(false);
  expect([writePlace(place), writePlace({ ...place, venue: '' })]).toEqual([
    'A & B. Times in C.',
    'Times in C.',
  ]);
});

test('an element with steps says so, one without says nothing', () => {
  expect(String(stepAttributes(2))).toBe('data-steps="2" data-step="2"');
  expect([stepAttributes(0), stepClass(0), stepClass(1)]).toEqual([false, '', ' stepped']);
  expect(stepMarks(3).map(String).join('')).toBe(
    '<span class="fragment step-mark" aria-hidden="true"></span>'.repeat(3),
  );
});
