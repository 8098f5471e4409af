import { TALK_KEYS } from '../../talk/markdown/keys.ts';
import { badOption, unknownDefault } from '../../talk/problems/problems.ts';
import type { TalkDefaults, TalkSpec } from '../../talk/model/slide-file.ts';
import { parseBroker } from '../../talk/model/room/broker.ts';
import { isExternal } from '../../talk/text/path.ts';
import { THEMES } from '../../talk/model/slide/themes.ts';
import { findMqtt } from '../find-package.ts';
import type { OptionFault } from './option-place.ts';
import { stampFile } from './read-folder.ts';

/** Keys of front matter that a whole project can have in common. */
const DEFAULTS = [
  'speaker',
  'email',
  'css',
  'theme',
  'language',
  'event',
  'timezone',
  'follow',
  'header',
  'footer',
  'logo',
  'pagination',
] as const;
/** Keys that are not always a text. */
const SWITCHES: readonly string[] = ['footer', 'pagination'];
const HINT = `"defaults" has ${DEFAULTS.join(', ')}: what talks say where their front matter does not.`;

/** Reads the option "defaults" of `rostrum()` by the rules of front matter; a key that cannot be used is left out. */
export function readDefaults(
  defaults: unknown,
  root: string,
  faults: OptionFault[],
  find: typeof findMqtt = findMqtt,
): TalkDefaults {
  if (defaults === undefined) return {};
  if (typeof defaults !== 'object' || defaults === null || Array.isArray(defaults)) {
    const what = '"defaults" has to be an object, such as { speaker: "Ada" }';
    faults.push({ path: ['defaults'], toProblem: (span) => badOption(what, span, HINT) });
    return {};
  }
  const spec: TalkSpec = {};
  for (const [key, value] of Object.entries(defaults)) {
    const path = ['defaults', key];
    const name = DEFAULTS.find((one) => one === key);
    if (name === undefined) {
      const toProblem: OptionFault['toProblem'] = (span) => unknownDefault(key, DEFAULTS, span);
      faults.push({ path, toProblem });
      continue;
    }
    if (value === undefined) continue;
    const what = findFault(name, value, { root, find });
    if (what !== null)
      faults.push({
        path,
        toProblem: (span) => badOption(`"defaults.${key}" ${what}`, span, HINT),
      });
    else Object.assign(spec, { [name]: readDefault(name, value) });
  }
  return spec;
}

/** Reports what is wrong with a value; null when it is valid. */
function findFault(
  name: (typeof DEFAULTS)[number],
  value: unknown,
  { root, find }: { root: string; find: typeof findMqtt },
): string | null {
  const isSwitch = typeof value === 'boolean' && SWITCHES.includes(name);
  if (typeof value !== 'string' && !isSwitch) return 'has to be a text';
  const reading = TALK_KEYS[name](value, String(value).trim());
  if (!('value' in reading)) {
    const expected = name === 'theme' ? `one of ${THEMES.join(', ')}` : reading.expected;
    return `is "${value}", and has to be ${expected}`;
  }
  if (name === 'follow' && parseBroker(String(value)) && !find({ root, isSafe: false }))
    return `is "${value}", which needs the package mqtt ("npm install mqtt")`;
  const file = nameFile(name, readDefault(name, value));
  const isMissing = file !== null && !isExternal(file) && stampFile(root, file.slice(1)) === null;
  return isMissing ? `names "${value}", and there is no such file` : null;
}

/** Reads a valid value; its path begins at the project's root. */
function readDefault(name: keyof TalkDefaults, value: unknown): unknown {
  const source = String(value).trim();
  const reading = TALK_KEYS[name](value, source);
  const read = 'value' in reading ? reading.value : source;
  if (name === 'css') return fromRoot(source);
  return typeof read === 'object' ? { ...read, path: fromRoot(read.path) } : read;
}

/** Returns the file that a value names; null for a key that names none. */
function nameFile(name: keyof TalkDefaults, read: unknown): string | null {
  if (name === 'css') return String(read);
  const isLogo = typeof read === 'object' && read !== null && 'path' in read;
  return isLogo ? String(read.path) : null;
}

/** Paths in a configuration begin at the project's root, as it lies there. */
function fromRoot(file: string): string {
  return isExternal(file) ? file : `/${file.trim().replace(/^(?:\.?\/)+/, '')}`;
}
