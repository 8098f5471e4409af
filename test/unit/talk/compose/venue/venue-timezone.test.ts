import { expect, test } from 'vitest';
import { findVenueTimezone } from '../../../../../src/talk/compose/venue/venue-timezone.ts';
import { CITY_ZONES } from '../../../../../src/talk/compose/venue/cities.ts';
import { REGION_ZONES } from '../../../../../src/talk/compose/venue/regions.ts';
import { isTimezone } from '../../../../../src/talk/text/timezone.ts';

test('a city names its zone, however the venue is written', () => {
  const vienna = [
    'Vienna',
    'Vienna, Austria',
    'Room 3, Vienna',
    'Austria Center · Wien',
    '1220 Vienna (Austria)',
  ];
  for (const place of vienna) expect(findVenueTimezone(place), place).toBe('Europe/Vienna');
  expect(findVenueTimezone('Prague, Czech Republic')).toBe('Europe/Prague');
  expect(findVenueTimezone('København')).toBe('Europe/Copenhagen');
  expect(findVenueTimezone('Kraków')).toBe('Europe/Warsaw');
  expect(findVenueTimezone('A Coruña, Spain')).toBe('Europe/Madrid');
  expect(findVenueTimezone('Richmond, Virginia')).toBe('America/New_York');
  expect(findVenueTimezone('Portland, OR')).toBe('America/Los_Angeles');
  expect(findVenueTimezone('Washington, D.C.')).toBe('America/New_York');
  expect(findVenueTimezone('Melbourne, Victoria, Australia')).toBe('Australia/Melbourne');
});

test('a country with one zone is enough, one with several is not', () => {
  expect(findVenueTimezone('Cambridge, UK')).toBe('Europe/London');
  expect(findVenueTimezone('Somewhere, Japan')).toBe('Asia/Tokyo');
  expect(findVenueTimezone('Somewhere, USA')).toBeNull();
  expect(findVenueTimezone('Fairbanks, Canada')).toBeNull();
});

test('a city of the same name elsewhere is not taken', () => {
  expect(findVenueTimezone('Vienna, Virginia')).toBe('America/New_York');
  expect(findVenueTimezone('Portland, Maine')).toBe('America/New_York');
  expect(findVenueTimezone('Paris, Texas')).toBeNull();
  expect(findVenueTimezone('London, Ontario')).toBeNull();
  expect(findVenueTimezone('Athens, Georgia')).toBeNull();
  expect(findVenueTimezone('San Jose, Costa Rica')).toBe('America/Costa_Rica');
  expect(findVenueTimezone('Paris and London')).toBeNull();
  expect(findVenueTimezone('Paris / London')).toBeNull();
  expect(['Online', '', 'constructor'].map(findVenueTimezone)).toEqual([null, null, null]);
});

test('every zone of the tables is one', () => {
  const zones = new Set([...CITY_ZONES.values(), ...[...REGION_ZONES.values()].flat()]);
  expect([...zones].filter((zone) => !isTimezone(zone))).toEqual([]);
});
