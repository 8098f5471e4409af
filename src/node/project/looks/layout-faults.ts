import type { SlideLayout } from '../../../talk/model/look/theme.ts';
import { findAboutFault, findUnknownKeys, isName, isText, type LookFault } from './look-fault.ts';

const KEYS = ['name', 'about', 'areas', 'columns', 'rows', 'style'];
const EMPTY = /^\.+$/;
const AREAS_HINT = 'Write a text for each row: areas: ["before after", "verdict verdict"].';

/** Lists what is wrong with the keys of a layout, without its files. */
export function findLayoutFaults(layout: Record<string, unknown>): LookFault[] {
  const { areas, columns, rows } = layout;
  const found = [
    ...findUnknownKeys(layout, { names: KEYS, words: 'A layout has' }),
    ...findAboutFault(layout, 'what it shows'),
  ];
  const fault = findGridFault(areas);
  if (fault) return [...found, { path: ['areas'], what: fault, hint: AREAS_HINT }];
  const grid = (areas as SlideLayout['areas']).map((row) => row.trim().split(/\s+/));
  const counts = { columns: grid[0]?.length ?? 0, rows: grid.length };
  for (const [key, value] of Object.entries({ columns, rows })) {
    const count = counts[key as keyof typeof counts];
    const isGood =
      Array.isArray(value) && value.length === count && value.every((one) => isShare(one, key));
    if (value === undefined || isGood) continue;
    const what = `has "${key}" that are not ${count} numbers`;
    found.push({ path: [key], what, hint: `Write a share for each, such as ${key}: [2, 1].` });
  }
  return found;
}

/** Returns what is wrong with the areas of a layout; null for nothing. */
function findGridFault(areas: unknown): string | null {
  const isList = Array.isArray(areas) && areas.length > 0 && areas.every(isText);
  if (!isList) return 'needs "areas", a list of rows';
  const grid = (areas as string[]).map((row) => row.trim().split(/\s+/));
  const names = new Set(grid.flat().filter((name) => !EMPTY.test(name)));
  const bad = [...names].find((name) => !isName(name));
  if (bad !== undefined)
    return `has an area "${bad}", whose name is not of small letters, digits and "-"`;
  if (names.size === 0) return 'has no area';
  if (grid.some((row) => row.length !== grid[0]?.length))
    return 'has rows of different lengths in "areas"';
  const torn = [...names].find((name) => !isRectangle(grid, name));
  return torn === undefined ? null : `has an area "${torn}" that is no rectangle`;
}

function isRectangle(grid: readonly string[][], name: string): boolean {
  const rows = grid.flatMap((row, at) => (row.includes(name) ? [at] : []));
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  const { length } = grid[first] ?? [];
  const [left = 0, right = length] = [grid[first]?.indexOf(name), grid[first]?.lastIndexOf(name)];
  return grid.every((row, y) =>
    row.every((one, x) => (one === name) === (y >= first && y <= last && x >= left && x <= right)),
  );
}

function isShare(value: unknown, key: string): boolean {
  return (
    typeof value === 'number' && Number.isFinite(value) && value >= (key === 'rows' ? 0 : 0.01)
  );
}
