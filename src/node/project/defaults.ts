import { TALK_KEYS } from '../../talk/markdown/keys.ts';
import { badOption, unknownDefault } from '../../talk/problems/problems.ts';
import type { TalkDefaults, TalkSpec } from '../../talk/model/slide-file.ts';
import { parseBroker } from '../../talk/model/room/broker.ts';
import { isExternal } from '../../talk/text/path.ts';
import { THEMES } from '../../talk/model/slide/themes.ts';
import { findMqtt } from '../find-package.ts';
import type { OptionFault } from './option-place.ts';
import { stampFile } from './read-folder.ts';
import { printValue } from '../../talk/text/value/value-text.ts';

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
  'cover',
  'link',
  'pagination',
] as const;
/** Keys whose value is the path of a file. */
const FILES: readonly string[] = ['css', 'cover'];
/** Keys that are not always a text. */
const SWITCHES: readonly string[] = ['footer', 'pagination'];
const OF_EVENT_HINT = `An event has ${[...DEFAULTS, 'place'].join(', ')}: what its talks say where their front matter does not.`;
const HINT = `"defaults" has ${DEFAULTS.join(', ')}: what talks say where their front matter does not.`;

/** Keys that the talks of an event can have in common. */
const OF_EVENT = [...DEFAULTS, 'place'] as const;

/** What the options are read with. */
export interface ReadTools {
  root: string;
  /** Names of themes of the project's own; defaults to none. */
  themes?: readonly string[];
  faults: OptionFault[];
  find?: typeof findMqtt;
}

/** Reads the option "events" of `rostrum()`: for each name the keys that its talks have in common. */
export function readEvents(events: unknown, tools: ReadTools): Pick<TalkDefaults, 'events'> {
  const { faults } = tools;
  if (events === undefined) return {};
  if (typeof events !== 'object' || events === null || Array.isArray(events)) {
    const what = '"events" has to be an object, such as { lpc: { event: "LPC 2026" } }';
    faults.push({ path: ['events'], toProblem: (span) => badOption(what, span, OF_EVENT_HINT) });
    return {};
  }
  const kits = Object.entries(events).map(([name, kit]) => {
    const at = { path: ['events', name], names: OF_EVENT, hint: OF_EVENT_HINT };
    return [name, readKeys(kit, tools, at)] as const;
  });
  return { events: Object.fromEntries(kits) };
}

/** Reads the option "defaults" of `rostrum()` by the rules of front matter; a key that cannot be used is left out. */
export function readDefaults(defaults: unknown, tools: ReadTools): TalkDefaults {
  if (defaults === undefined) return {};
  const at = { path: ['defaults'], names: DEFAULTS, hint: HINT };
  return readKeys(defaults, tools, at);
}

/** Where keys are read, which there are, and a hint for what cannot be used. */
interface KeyPlace {
  path: string[];
  names: readonly KeyName[];
  hint: string;
}

type KeyName = (typeof OF_EVENT)[number];

function readKeys(keys: unknown, tools: ReadTools, { path: at, names, hint }: KeyPlace): TalkSpec {
  const { faults } = tools;
  const place = at.join('.');
  if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) {
    const what = `"${place}" has to be an object, such as { speaker: "Ada" }`;
    faults.push({ path: at, toProblem: (span) => badOption(what, span, hint) });
    return {};
  }
  const spec: TalkSpec = {};
  for (const [key, value] of Object.entries(keys)) {
    const path = [...at, key];
    const name = names.find((one) => one === key);
    if (name === undefined) {
      faults.push({ path, toProblem: (span) => unknownDefault(key, names, span, place) });
      continue;
    }
    if (value === undefined) continue;
    const what = findFault(name, value, tools);
    if (what === null) Object.assign(spec, { [name]: readDefault(name, value) });
    else {
      const toProblem: OptionFault['toProblem'] = (span) =>
        badOption(`"${place}.${key}" ${what}`, span, hint);
      faults.push({ path, toProblem });
    }
  }
  return spec;
}

/** Reports what is wrong with a value; null when it is valid. */
function findFault(
  name: KeyName,
  value: unknown,
  { root, themes = [], find = findMqtt }: ReadTools,
): string | null {
  const isSwitch = typeof value === 'boolean' && SWITCHES.includes(name);
  if (typeof value !== 'string' && !isSwitch) return 'has to be a text';
  const reading = TALK_KEYS[name](value, printValue(value).trim());
  if (!('value' in reading)) return `is "${value}", and has to be ${reading.expected}`;
  const names: string[] = [...THEMES, ...themes];
  if (name === 'theme' && !names.includes(printValue(value).trim()))
    return `is "${value}", and has to be one of ${names.join(', ')}`;
  if (name === 'follow' && parseBroker(printValue(value)) && !find({ root, isSafe: false }))
    return `is "${value}", which needs the package mqtt ("npm install mqtt")`;
  const file = nameFile(name, readDefault(name, value));
  const isMissing = file !== null && !isExternal(file) && stampFile(root, file.slice(1)) === null;
  return isMissing ? `names "${value}", and there is no such file` : null;
}

/** Reads a valid value; its path begins at the project's root. */
function readDefault(name: KeyName, value: unknown): unknown {
  const source = printValue(value).trim();
  const reading = TALK_KEYS[name](value, source);
  const read = 'value' in reading ? reading.value : source;
  if (FILES.includes(name)) return fromRoot(source);
  const isLogo = typeof read === 'object' && 'path' in read;
  return isLogo ? { ...read, path: fromRoot(read.path) } : read;
}

/** Returns the file that a value names; null for a key that names none. */
function nameFile(name: KeyName, read: unknown): string | null {
  if (FILES.includes(name)) return String(read);
  const isLogo = typeof read === 'object' && read !== null && 'path' in read;
  return isLogo ? String(read.path) : null;
}

/** Paths in a configuration begin at the project's root, as it lies there. */
function fromRoot(file: string): string {
  return isExternal(file) ? file : `/${file.trim().replace(/^(?:\.?\/)+/, '')}`;
}
