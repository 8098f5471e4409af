import { expect, test, vi } from 'vitest';
import { MAX_NUMBERS, parseInkMessage } from '../../../../src/browser/ink/ink-messages.ts';
import { hasStoredInk, readInk, storeInk } from '../../../../src/browser/ink/ink-store.ts';

const DECK = '0123456789abcdef';
const STROKE = { id: 'a', slide: 'one', colour: 2, points: [0, 0, 1280, 720] };
const ZOOM = { slide: 'one', scale: 2, x: 1, y: 2 };
const RIGHT = [
  { type: 'point', slide: 'one', x: 0, y: 720 },
  { type: 'leave' },
  { type: 'stroke', at: 0, ...STROKE },
  { type: 'erase', slide: 'one', id: 'a' },
  { type: 'erase', slide: 'one', id: null },
  { type: 'zoom', ...ZOOM },
  { type: 'ink', strokes: [STROKE], zoom: null },
  { type: 'ink', strokes: [], zoom: ZOOM },
];

test('messages of the right shape are taken, without what else they hold', () => {
  for (const message of RIGHT)
    expect(parseInkMessage({ ...message, deck: DECK, html: '<b>' })).toEqual({
      ...message,
      deck: DECK,
    });
});

test('nothing outside a slide, of another shape or without end is taken', () => {
  const [point, , stroke, erase, , zoom, ink] = RIGHT;
  const wrong: unknown[] = [
    ...[null, undefined, 'point', 5, [], {}, { type: 'run' }],
    ...[-1, 1280.5, NaN, Infinity, '5', null].map((x) => ({ ...point, x })),
    { ...point, y: 721 },
    { ...point, slide: 'x'.repeat(201) },
    { ...stroke, points: [0] },
    { ...stroke, points: [0, 721] },
    { ...stroke, points: [0, -1] },
    { ...stroke, points: ['1', '2'] },
    { ...stroke, points: Array.from({ length: MAX_NUMBERS + 2 }, () => 1) },
    { ...stroke, colour: 3 },
    { ...stroke, colour: 0.5 },
    { ...stroke, at: -1 },
    { ...stroke, at: MAX_NUMBERS + 1 },
    { ...stroke, id: 5 },
    { ...erase, id: 5 },
    { ...zoom, scale: 0.5 },
    { ...zoom, scale: 7 },
    { ...zoom, x: -1 },
    { ...ink, strokes: [{ ...STROKE, points: [0, 900] }] },
    { ...ink, strokes: [null] },
    { ...ink, strokes: Array.from({ length: 2001 }, () => STROKE) },
    { ...ink, strokes: Array.from({ length: 31 }, () => ({ ...STROKE, points: MANY })) },
    { ...ink, zoom: { ...ZOOM, scale: 99 } },
    { ...ink, zoom: 'x' },
  ];
  for (const message of wrong) {
    const addressed = typeof message === 'object' && message ? { ...message, deck: DECK } : message;
    expect(parseInkMessage(addressed), JSON.stringify(message)?.slice(0, 80)).toBeNull();
  }
  expect(parseInkMessage({ ...point, deck: 'x' })).toBeNull();
});

const MANY = Array.from({ length: MAX_NUMBERS }, () => 1);

test('strokes outlive a reload of the tab, and what was stored is checked', () => {
  const stored = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  expect([hasStoredInk('/talk/'), readInk('/talk/')]).toEqual([false, []]);
  storeInk('/talk/', [STROKE]);
  expect([hasStoredInk('/talk/'), readInk('/talk/')]).toEqual([true, [STROKE]]);
  expect(readInk('/other/')).toEqual([]);
  for (const text of ['{', '{}', '[{"id":1}]', 'null']) {
    stored.set('rostrum:ink:/talk/', text);
    expect(readInk('/talk/')).toEqual([]);
  }
  storeInk('/talk/', []);
  expect(hasStoredInk('/talk/')).toBe(false);
  // A page that may keep nothing goes on.
  vi.stubGlobal('sessionStorage', undefined);
  storeInk('/talk/', [STROKE]);
  expect(hasStoredInk('/talk/')).toBe(false);
  vi.unstubAllGlobals();
});
