/** A prefix of a unit, such as k for a thousand. */
export interface Prefix {
  factor: number;
  sign: string;
}

/** A unit that takes prefixes. */
export interface Unit {
  /** Without its prefix: `B`, `s`. */
  base: string;
  /** What its own prefix multiplies by: 1024 for KiB. */
  factor: number;
  prefixes: readonly Prefix[];
}

const LARGE = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const SI: readonly Prefix[] = [
  { factor: 1e-9, sign: 'n' },
  { factor: 1e-6, sign: '\u00b5' },
  ...LARGE.map((sign, power) => ({ factor: 1000 ** power, sign })),
];
const MILLI: Prefix = { factor: 1e-3, sign: 'm' };
const IEC: readonly Prefix[] = LARGE.map((sign, power) => {
  return { factor: 1024 ** power, sign: sign === '' ? '' : `${sign.toUpperCase()}i` };
});
/** Prefixes of what is counted: there are no parts of a commit. */
export const COUNTS = SI.filter(({ factor }) => factor >= 1);
/** Prefixes of a number whose unit is not known. */
export const ANY = SI;

const BINARY = /^(?:([KMGTPEZY]i)?(B)|([KMGTPEZY]i)(bytes?|bit))(\/s)?$/;
const DECIMAL = /^([n\u00b5\u03bcmkMGTPEZY]?)(s|B|Hz|W|V|A|J|bit|Pa)(\/s)?$/;
/** Bytes with a prefix of the SI are counted in thousands. */
const DECIMAL_BYTES = /^[kMGTPEZY]B(\/s)?$/;

/** Parses a unit that takes prefixes: IEC for B and KiB, SI for kB, s, MHz; null for other units. */
export function parseUnit(text: string): Unit | null {
  const binary = DECIMAL_BYTES.test(text) ? null : BINARY.exec(text);
  if (binary) {
    const [, byte, , other] = binary;
    const base = `${binary[2] ?? binary[4] ?? ''}${binary[5] ?? ''}`;
    return { base, factor: factorOf(IEC, byte ?? other ?? ''), prefixes: IEC };
  }
  const decimal = DECIMAL.exec(text);
  if (!decimal) return null;
  const [, sign = '', name = '', per = ''] = decimal;
  const all = [...SI, MILLI].sort((a, b) => a.factor - b.factor);
  // There are milliseconds, but no kiloseconds.
  const prefixes = name === 's' ? all.filter(({ factor }) => factor <= 1) : all;
  return { base: name + per, factor: factorOf(all, sign.replace('\u03bc', '\u00b5')), prefixes };
}

/** Reports whether a unit counts in powers of 1024. */
export function isBinary(unit: string | null | undefined): boolean {
  return typeof unit === 'string' && parseUnit(unit)?.prefixes === IEC;
}

/** Picks the largest prefix that leaves at least 1 of a size; numbers from 0.001 to 1 have none. */
export function pickPrefix(size: number, prefixes: readonly Prefix[]): Prefix {
  const none = prefixes.find(({ factor }) => factor === 1) ?? { factor: 1, sign: '' };
  if (size === 0 || (size >= 1e-3 && size < 1 && !prefixes.includes(MILLI))) return none;
  return prefixes.findLast(({ factor }) => factor <= size) ?? prefixes[0] ?? none;
}

function factorOf(prefixes: readonly Prefix[], sign: string): number {
  return prefixes.find((prefix) => prefix.sign === sign)?.factor ?? 1;
}
