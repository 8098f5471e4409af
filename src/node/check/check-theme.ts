import { readFileSync } from 'node:fs';
import path from 'node:path';
import { comparePalette, isTooClose, type Pair } from '../../talk/looks/check-theme.ts';
import { findTheme } from '../../talk/looks/own-look.ts';
import { computePalette, MODES, readTokens } from '../../talk/looks/theme-colours.ts';
import type { OwnLooks } from '../../talk/model/look/theme.ts';
import type { Problem, Span } from '../../talk/model/problem.ts';
import { themeAlike, themeContrast } from '../../talk/problems/problems.ts';
import { locateFloorFile } from '../engine.ts';
import { requireTheme } from '../project/looks/require-theme.ts';
import { locateOption } from '../project/option-place.ts';

const TOKENS = 'browser/styles/tokens.css';

/** What a theme is checked with. */
export interface ThemeProject {
  root: string;
  /** The configuration file that names the project's own themes; null for none. */
  configFile: string | null;
  looks: OwnLooks | undefined;
}

/** What a theme's colours are: what is wrong with them, and a line about all of them. */
export interface CheckedTheme {
  problems: Problem[];
  about: string;
}

/** Checks the colours of a theme, light and dark: contrasts, and the series of charts for all eyes and in greyscale. */
export async function checkTheme(name: string, project: ThemeProject): Promise<CheckedTheme> {
  const { looks } = project;
  requireTheme(name, looks);
  const theme = findTheme({ project: { looks }, meta: { theme: name } });
  const usual = readTokens(readFileSync(locateFloorFile(TOKENS), 'utf8'));
  const pairs = MODES.flatMap((mode) => comparePalette(mode, computePalette(theme, mode, usual)));
  const found = dropRepeated(pairs.filter(isTooClose)).map(async (pair) => {
    const span = await findPlace(pair, name, project);
    return (pair.kind === 'contrast' ? themeContrast : themeAlike)(pair, name, span);
  });
  return { problems: await Promise.all(found), about: describe(name, pairs) };
}

/** Keeps the worst of what is wrong with two series of charts, which is mended at once. */
function dropRepeated(pairs: readonly Pair[]): Pair[] {
  const worst = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = [pair.mode, pair.one, pair.other].join(' ');
    const last = worst.get(key);
    if (!last || pair.value / pair.least < last.value / last.least) worst.set(key, pair);
  }
  return [...worst.values()];
}

/** Finds where a theme of the project sets one of two colours; undefined for a theme of Rostrum. */
async function findPlace(
  { mode, one, other }: Pair,
  name: string,
  { root, configFile, looks }: ThemeProject,
): Promise<Span | undefined> {
  const index = looks?.themes.findIndex((theme) => theme.name === name) ?? -1;
  const theme = looks?.themes[index];
  if (!theme || configFile === null) return undefined;
  const key = [one, other].find((colour) => theme[mode]?.[colour] !== undefined);
  const steps = ['themes', index, ...(key === undefined ? [] : [mode, key])];
  const file = path.join(root, configFile);
  const place = await locateOption(readFileSync(file, 'utf8'), file, { path: steps, root });
  return { ...place, file: place.file ?? configFile };
}

function describe(name: string, pairs: readonly Pair[]): string {
  const contrasts = pairs.filter(({ kind }) => kind === 'contrast');
  const nearest = contrasts.reduce((least, pair) =>
    pair.value / pair.least < least.value / least.least ? pair : least,
  );
  const { one, other, mode, value, least } = nearest;
  return `Theme "${name}": ${pairs.length} pairs of colours in light and dark. The nearest to its limit is "${one}" on "${other}" (${mode}), ${value.toFixed(2)}:1 of ${least}:1.`;
}
