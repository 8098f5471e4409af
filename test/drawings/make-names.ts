import type { Random } from '../fuzz/random.ts';

const SYLLABLES = 'ba ko li mu ren dra fs net vir tio usb pci mem sched'.split(' ');
const WORDS = 'memory management driver for the core of networking sound and power'.split(' ');
const ARABIC =
  '\u0627\u0644\u0646\u0648\u0627\u0629 \u0627\u0644\u0630\u0627\u0643\u0631\u0629 \u0627\u0644\u0634\u0628\u0643\u0629 \u0627\u0644\u0635\u0648\u062a'.split(
    ' ',
  );
const HEBREW =
  '\u05d6\u05d9\u05db\u05e8\u05d5\u05df \u05e8\u05e9\u05ea \u05dc\u05d9\u05d1\u05d4'.split(' ');
const EMOJI = '\u{1f427} \u{1f980} \u{1f469}\u200d\u{1f4bb} \u{1f3f3}\ufe0f\u200d\u{1f308}'.split(
  ' ',
);
const CHINESE = '\u5185\u6838 \u5185\u5b58\u7ba1\u7406 \u7f51\u7edc'.split(' ');

const word = (random: Random): string =>
  Array.from({ length: 1 + random.below(3) }, () => random.pick(SYLLABLES)).join('');
const words = (random: Random, list: readonly string[], most: number): string =>
  Array.from({ length: 1 + random.below(most) }, () => random.pick(list)).join(' ');

/** The kinds of names that rows and series have; each is made different by its number. */
const FAMILIES: ((random: Random, index: number) => string)[] = [
  (random, index) => `${word(random)}${index}`,
  (random, index) => `${word(random)}${index}`,
  (_, index) => `6.${index + 1}`,
  (random, index) => `drivers/${word(random)}/${word(random)}${index}`,
  (random, index) => `${words(random, WORDS, 9)} ${index}`,
  (random, index) => `${words(random, ARABIC, 3)} ${index}`,
  (random, index) => `${words(random, HEBREW, 4)} ${index}`,
  (random, index) =>
    `CONFIG_${word(random)}_${word(random)}_${word(random)}_${index}`.toUpperCase(),
  (random, index) => `${words(random, EMOJI, 2)} ${index}`,
  (random, index) => `${words(random, CHINESE, 3).replaceAll(' ', '')}${index}`,
];

/** Makes a number of different names of one kind. */
export function makeNames(random: Random, count: number): string[] {
  const family = random.pick(FAMILIES);
  return Array.from({ length: count }, (_, index) => family(random, index));
}

const DAY = 86_400_000;
/** Days between dates. */
const STEPS = [1, 7, 30.44, 91.31, 365.25];

/** Makes ascending dates of one precision, all different: at even distances, or at uneven ones. */
export function makeDates(random: Random, count: number): string[] {
  const step = random.pick(STEPS.slice(count > 90 ? 0 : 1, count > 60 ? 2 : undefined));
  const precision = step < 30 ? 10 : step < 365 ? random.pick([7, 10]) : random.pick([4, 7, 10]);
  const isEven = random.chance(0.6);
  const dates = new Set<string>();
  const end = Date.UTC(1990 + random.below(40), random.below(12), 1 + random.below(28));
  for (let at = end; dates.size < count; at -= step * DAY * (isEven ? 1 : random.next() ** 3 * 2)) {
    dates.add(new Date(at).toISOString().slice(0, precision));
  }
  return [...dates].reverse();
}
