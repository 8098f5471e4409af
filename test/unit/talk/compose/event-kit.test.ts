import { expect, test } from 'vitest';
import { applyKit } from '../../../../src/talk/compose/event-kit.ts';

const events = { lpc: { event: 'Linux Plumbers', place: 'Prague', theme: 'paper' } };

test('a talk of an event has what its kit says, unless it says it itself', () => {
  expect(applyKit({ event: 'lpc', theme: 'lecture' }, { events })).toEqual({
    event: 'Linux Plumbers',
    place: 'Prague',
    theme: 'lecture',
  });
  expect(applyKit({}, { event: 'lpc', events })).toMatchObject({ place: 'Prague' });
  expect(applyKit({ event: 'lpc' }, { events: { lpc: { theme: 'paper' } } }).event).toBe('lpc');
});

test('a talk of another event stays as it is', () => {
  const head = { event: 'toString' };
  expect(applyKit(head, { events })).toBe(head);
  expect(applyKit(head)).toBe(head);
});
