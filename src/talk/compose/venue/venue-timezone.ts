import { CITY_ZONES } from './cities.ts';
import { REGION_ZONES } from './regions.ts';

const MARKS = /\p{M}/gu;
const BETWEEN = /\s*[,;/|()·–—]+\s*|\s+-\s+/u;
const ZIP = /\s+\d[\d -]*$|^\d[\d -]*\s+/;

/**
 * Returns the time zone of a venue such as "Prague, Czech Republic"; null where it is not known, or where a city and its
 * country contradict each other.
 */
export function findVenueTimezone(place: string): string | null {
  const plain = place.normalize('NFD').replace(MARKS, '').replaceAll('ø', 'o').replaceAll('ł', 'l');
  const parts = plain.toLowerCase().replaceAll('.', '').split(BETWEEN);
  const names = parts.map((part) => part.replace(ZIP, '').trim());
  const regions = names.flatMap((name) => {
    const zones = REGION_ZONES.get(name);
    return zones ? [zones] : [];
  });
  const cities = names.flatMap((name, index) => {
    const after = names[index + 1];
    return CITY_ZONES.get(`${name} ${after}`) ?? CITY_ZONES.get(name) ?? [];
  });
  const fitting = cities.filter((zone) => regions.every((zones) => zones.includes(zone)));
  const zones = new Set(cities.length > 0 ? fitting : []);
  if (zones.size > 0) return zones.size === 1 ? ([...zones][0] ?? null) : null;
  const narrow = regions.find((found) => found.length === 1)?.[0];
  return narrow !== undefined && regions.every((found) => found.includes(narrow)) ? narrow : null;
}
