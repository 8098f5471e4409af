/** A number as it is read from a label, and half of the unit of its last digit. */
export interface ReadNumber {
  value: number;
  half: number;
}

const SI: Record<string, number> = {
  q: -30,
  r: -27,
  y: -24,
  z: -21,
  a: -18,
  f: -15,
  p: -12,
  n: -9,
  µ: -6,
  μ: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
  Z: 21,
  Y: 24,
  R: 27,
  Q: 30,
};
const IEC = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
const SUPERSCRIPT = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';
const LABEL =
  /^~?([+\u2212-]?)(\d[\d\u202f\u2009\u00a0,]*)(?:\.(\d+))?(?:(?: ?[\u00d7\u00b7x] ?10([\u207b\u2212-]?[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)|e([+\u2212-]?\d+))|[ \u00a0\u202f]?([KMGTPEZY]i|[qryzafpn\u00b5\u03bcmkMGTPEZYRQ]))?[ \u00a0\u202f]?%?$/u;

/** Reads a number as a chart writes it, with its "~", thin spaces, prefix and unit; undefined when it is none. */
export function readNumber(label: string, unit: string | null = null): ReadNumber | undefined {
  const isUnit = unit !== null && unit !== '' && label.endsWith(unit);
  const match = LABEL.exec(isUnit ? label.slice(0, -unit.length).trim() : label.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', power, exponent, prefix] = match;
  const digits = Number(`${whole.replaceAll(/\D/g, '')}.${fraction || '0'}`);
  const factor = factorOf(power, exponent, prefix);
  const value = digits * factor * (sign === '' || sign === '+' ? 1 : -1);
  return { value, half: 0.5 * 10 ** -fraction.length * factor };
}

function factorOf(power?: string, exponent?: string, prefix?: string): number {
  if (power !== undefined) return 10 ** readPower(power);
  if (exponent !== undefined) return 10 ** Number(exponent.replace('\u2212', '-'));
  if (prefix === undefined) return 1;
  const step = IEC.indexOf(prefix);
  return step >= 0 ? 1024 ** (step + 1) : 10 ** (SI[prefix] ?? 0);
}

function readPower(text: string): number {
  const digits = [...text]
    .map((letter) => SUPERSCRIPT.indexOf(letter))
    .filter((digit) => digit >= 0);
  return Number(digits.join('')) * (/^[\u207b\u2212-]/.test(text) ? -1 : 1);
}

const EPSILON = 1e-9;

/** Returns what is wrong with the label of a value; undefined for nothing. */
export function judgeNumber(label: string, value: number, unit: string | null): string | undefined {
  const read = readNumber(label, unit);
  if (!read) return `${value} is written "${label}", which is no number`;
  if (/^~?[\u2212-]0(?:[.,]0*)?\D*$/.test(label)) return `${value} is written "${label}"`;
  const isOff =
    Math.abs(read.value - value) > read.half * (1 + EPSILON) + Math.abs(value) * EPSILON;
  if (isOff) return `${value} is written "${label}", which is off by more than its last digit`;
  if (value !== 0 && read.value === 0) return `${value} is written "${label}"`;
  return undefined;
}
