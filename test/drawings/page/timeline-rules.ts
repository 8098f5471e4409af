import type { Drawing } from '../drawing.ts';
import { fault, type Fault } from '../fault.ts';
import { checkAxis } from './fit.ts';
import { markOf, numberOf } from './positions.ts';

/** The day of the talk. */
const AS_OF = '2030-06-01';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** The least number of releases, where there are as many. */
const LEAST = 5;

/** Finds releases of a timeline that are missing, or not where and when they were. */
export function checkTimeline({ rows }: Drawing, block: HTMLElement): Fault[] {
  const shown = [...block.querySelectorAll<HTMLElement>('.release')].map(
    ({ dataset }) => dataset['version'] ?? '',
  );
  const marks = [...block.querySelectorAll('svg *')];
  const find: Find = (key) => marks.find((mark) => 'shown' in mark && markOf(mark).key === key);
  const known = rows.flatMap(({ version, released }) =>
    typeof released === 'string' && released <= AS_OF && shown.includes(String(version))
      ? [{ version: String(version), released }]
      : [],
  );
  const faults: Fault[] = [];
  if (shown.length < Math.min(rows.length, LEAST))
    faults.push(fault('rows', `${shown.length} of ${rows.length} releases are listed`));
  const all = rows.map(({ version }) => String(version));
  const from = all.indexOf(shown[0] ?? '');
  const gap = all
    .slice(from)
    .find((version, index) => index < shown.length && shown[index] !== version);
  if (from < 0 || gap !== undefined) faults.push(fault('rows', `${gap ?? shown[0]} is left out`));
  for (const version of shown) {
    const name = find(`${version} name`)?.textContent;
    const isThinned = name === undefined && !hasRoom(version, shown, find);
    if (name !== version && !isThinned)
      faults.push(fault('rows', `${version} is drawn as ${name}`));
  }
  for (const { version, released } of known) faults.push(...checkDate(version, released, find));
  const dots = known.flatMap(({ version }) => find(`${version} release`) ?? []);
  return [
    ...faults,
    ...checkAxis({
      positions: dots.map((dot) => numberOf(dot, 'cx')),
      values: known.map(({ released }) => Date.parse(released)),
      isSideways: true,
      isLog: false,
      maxOff: 1,
      precision: 0.01,
    }),
  ];
}

type Find = (key: string) => Element | undefined;

/** Letters of the smallest versions are about this wide, with their part of a gap. */
const LETTER = 11;

/** Reports whether a version would be clear of its neighbours: the releases are as far apart as versions are wide. */
function hasRoom(version: string, shown: readonly string[], find: Find): boolean {
  const [x = 0, ...others] = [version, ...shown.filter((one) => one !== version)].flatMap((one) => {
    const dot = find(`${one} release`);
    return dot ? [numberOf(dot, 'cx')] : [];
  });
  const least = Math.min(...others.map((other) => Math.abs(other - x)));
  const widest = Math.max(...shown.map(({ length }) => length));
  return least > widest * LETTER + 6;
}

/** Checks the date below a release, which may be in two lines, or have no room. */
function checkDate(version: string, released: string, find: Find): Fault[] {
  const lines = [0, 1].flatMap((line) => find(`${version} date ${line}`)?.textContent ?? []);
  if (lines.length === 0) return [];
  const [year = '', month = '', day = ''] = released.split('-');
  const whole = `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  const isRight = whole.startsWith(lines.join(' '));
  return isRight ? [] : [fault('number', `${whole} is written "${lines.join(' ')}"`)];
}
