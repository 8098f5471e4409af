import type { Drawing } from '../drawing.ts';
import type { Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { markOf } from './positions.ts';
import type { Run } from './runs.ts';

/** Finds series and rows whose names are not written, or cut so that two are the same. */
export function checkNames(
  { kind, spec }: Drawing,
  { places, series }: Expected,
  runs: readonly Run[],
): Fault[] {
  const texts = runs.filter(({ element }) => element instanceof SVGElement).map(({ text }) => text);
  const isNamed = kind === 'bar' || kind === 'dot' || (kind === 'range' && spec.x !== 'date');
  const ends = [0, places.length - 1];
  const isShown = (place: number): boolean => kind !== 'slope' || ends.includes(place);
  const drawn = series.filter(({ values }) =>
    values.some((value, place) => value !== null && isShown(place)),
  );
  const own = series.length > 1 && kind !== 'range' ? drawn.map(({ name }) => name) : [];
  // Small charts are named each, and their series in all of them.
  const facets = kind === 'facets' ? series.map(({ name }) => name) : [];
  const names = [...new Set([...own, ...facets]), ...listNotes(spec)];
  const rows = isNamed ? readRows(runs) : new Map<string, string>();
  const written = [
    ...names.map((name) => ({ name, text: findName(name, texts) })),
    ...(isNamed ? places : []).map((name) => ({ name, text: rows.get(name) })),
  ];
  const missing = written.filter(({ text }) => text === undefined);
  const cut = written.filter(({ name, text }) => text !== undefined && !sameName(text, name));
  const same = cut.filter(
    ({ text }, index) => cut.findIndex((other) => other.text === text) < index,
  );
  return [
    ...missing.map(({ name }) => fault('name', `"${name}" is drawn and not named`)),
    ...same.map(({ name, text }) =>
      fault('name', `"${name}" is written "${text}", as a second one is`),
    ),
  ];
}

/** Finds rows of dots that lack one of several series and do not say so. */
export function checkMissing(
  { kind }: Drawing,
  { places, series }: Expected,
  svg: SVGSVGElement,
): Fault[] {
  if (kind !== 'dot' || series.length === 1) return [];
  const texts = [...svg.querySelectorAll('text')].filter(({ textContent }) => textContent !== '');
  const keys = new Set(texts.map((text) => markOf(text).key));
  const silent = places.filter((place, index) => {
    const isPart = series.some(({ values }) => values[index] === null);
    return isPart && keys.has(`row ${place}`) && !keys.has(`gap ${place}`);
  });
  return silent
    .slice(0, 1)
    .map((place) => fault('rows', `"${place}" lacks a value, and is silent`));
}

const ROW = /^(?:line \d+ of )?row /;

/** Reads the names beside rows, each from all of its lines. */
function readRows(runs: readonly Run[]): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { element, text } of runs) {
    const { key } = element instanceof SVGElement ? markOf(element) : { key: '' };
    if (!ROW.test(key)) continue;
    const name = key.replace(ROW, '');
    rows.set(name, `${rows.get(name) ?? ''}${text}`);
  }
  return rows;
}

function listNotes({ annotate }: Drawing['spec']): string[] {
  return Array.isArray(annotate) ? annotate.map(({ text }: { text: string }) => text) : [];
}

const MAX_LINES = 12;
const plain = (text: string): string => text.replaceAll(/[\s\u200b\u200f\u00ad]/g, '');
const sameName = (text: string, name: string): boolean => plain(text).startsWith(plain(name));

/** Reports whether a text is a name, whole or cut at its start, its middle or its end. */
export function isNameOf(text: string, name: string): boolean {
  const wanted = plain(name);
  const [start = '', end, ...more] = plain(text).split('\u2026');
  if (end === undefined) return start === wanted;
  const isPart = start.length + end.length < wanted.length && start + end !== '';
  return more.length === 0 && isPart && wanted.startsWith(start) && wanted.endsWith(end);
}

/** Finds a name among texts: whole, in lines that follow each other, with words after it; else cut at its end or middle. */
function findName(name: string, texts: readonly string[]): string | undefined {
  const wanted = plain(name);
  // What is cut could be another name as well.
  return findLines(wanted, texts, false) ?? findLines(wanted, texts, true);
}

function findLines(wanted: string, texts: readonly string[], isCut: boolean): string | undefined {
  for (let at = 0; at < texts.length; at++) {
    let lines = '';
    for (let line = at; line < Math.min(texts.length, at + MAX_LINES); line++) {
      lines += texts[line] ?? '';
      const joined = plain(lines);
      if (joined === wanted || (line === at && joined.startsWith(wanted))) return lines;
      if (isCut && isCutOf(lines, wanted)) return texts.slice(at, line + 1).join(' ');
      if (!wanted.startsWith(joined)) break;
    }
  }
  return undefined;
}

/** Reports whether a text is the start of a name with an ellipsis, possibly followed by the end of the name and words. */
function isCutOf(text: string, wanted: string): boolean {
  const [start = '', rest, ...more] = text.split('\u2026');
  if (rest === undefined || more.length > 0 || plain(start) === '') return false;
  if (!wanted.startsWith(plain(start))) return false;
  const words = rest.trim().split(' ');
  return words.some((_, index) => wanted.endsWith(plain(words.slice(0, index + 1).join(' '))));
}
