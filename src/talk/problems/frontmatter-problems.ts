import { printTime } from '../text/duration.ts';
import { synonymOf } from './keys/synonyms.ts';
import { findNearest, findNearestPath } from '../text/nearest.ts';
import type { Problem, Span } from '../model/problem.ts';
import { badDate } from './data-problems.ts';
import { isAboutHiding, namesHint, PATHS_HINT, severityOf } from './hints.ts';

/** A time that there is. */
const TIMED = /^(\d{4}-\d\d-\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d\S*$/;
const PART_OF_DATE = /^(\d{4})(?:-(?:0[1-9]|1[0-2]))?$/;

/** Reports a date of front matter that is not a whole day. */
export function badDay(text: string, span: Span): Problem {
  const [, whole] = TIMED.exec(text) ?? [];
  if (whole === undefined && !PART_OF_DATE.test(text)) return badDate(text, span);
  const [what, day] = whole
    ? ['a time', whole]
    : text.length === 4
      ? ['a year', `${text}-12-31`]
      : ['a month', `${text}-28`];
  return {
    code: 'bad-date',
    severity: 'error',
    message: `"${text}" is ${what}, and a day is needed here.`,
    hint: whole ? `Write the day alone: ${day}.` : `Write the whole day, such as ${day}.`,
    span,
  };
}

/** Reports invalid YAML in front matter or in a block. */
export function badYaml(reason: string, span: Span, hint?: string): Problem {
  return {
    code: 'bad-yaml',
    severity: 'error',
    message: `This cannot be read as YAML: ${reason}`,
    hint:
      hint ??
      'Each line is "key: value"; a value that contains ": " or begins with a special character goes in quotes.',
    span,
  };
}

/** Reports an unquoted value that ends at a `#` comment. */
export function unquotedHash({ kept, lost }: { kept: string; lost: string }, span: Span): Problem {
  const value = kept === '' ? lost : `${kept} ${lost}`;
  return {
    code: 'unquoted-hash',
    severity: 'warning',
    message:
      kept === ''
        ? `To YAML "${lost}" is a comment, so there is no value here.`
        : `To YAML "${lost}" is a comment, so the value is only "${kept}".`,
    hint: `Put the value in quotes: "${value.replaceAll('"', '\\"')}". A comment has a space after its "#".`,
    span,
  };
}

/** Where a key belongs that one kind of front matter does not have. */
const PLACES = {
  talk: "a slide: set it in front matter of the slide's own, below the talk's",
  slide: "the talk: set it in the front matter at the top of the talk's file",
};

/** Reports an unknown front matter key; `others` are the keys of the other kind of front matter. */
export function unknownKey(
  key: string,
  names: readonly string[],
  { owner, others }: { owner: 'talk' | 'slide'; others: readonly string[] },
  span: Span,
): Problem {
  const isElsewhere = others.includes(key);
  const near = findNearest(key, names);
  const [, remark] = /^\/\/\s*(.*)$/.exec(key) ?? [];
  const all = `A ${owner} has ${names.join(', ')}.`;
  const meant = hides(key) ? 'visibility: hidden' : synonymOf(key, owner);
  const [own, other] = hides(key) && owner === 'talk' ? [null, meant] : [meant, null];
  const nearest = own ?? near;
  const elsewhere = isElsewhere ? key : (other ?? (nearest ? null : findNearest(key, others)));
  return {
    code: 'unknown-key',
    severity: (isElsewhere || !near) && !isAboutHiding(key) ? 'warning' : 'error',
    message: `A ${owner} has no key "${key}".`,
    hint:
      remark !== undefined
        ? `A comment begins with "#": "# ${remark}".`
        : elsewhere
          ? `${isElsewhere ? `"${key}"` : `Did you mean "${elsewhere}"? It`} belongs to ${PLACES[owner]}.`
          : nearest
            ? `Did you mean "${nearest}"? ${all}`
            : all,
    span,
  };
}

function hides(key: string): boolean {
  return isAboutHiding(key) && key !== 'visibility';
}

/** Reports front matter below a cut without closing dashes. */
export function unclosedFrontMatter(span: Span): Problem {
  return {
    code: 'unclosed-front-matter',
    severity: 'error',
    message: 'No line "---" ends this front matter.',
    hint: 'End it with "---"; if it is text of the slide, leave a blank line above it.',
    span,
  };
}

/** Reports text at the top of a slide that looks like front matter without dashes. */
export function lostFrontMatter(span: Span, hint?: string): Problem {
  return {
    code: 'lost-front-matter',
    severity: 'error',
    message: 'This looks like front matter, but it is read as text of the slide.',
    hint:
      hint ??
      'Put it between two lines "---" without a blank line after the first; a formatter may have moved it.',
    span,
  };
}

/** Reports a missing stylesheet of a talk. */
export function missingStylesheet(path: string, paths: readonly string[], span: Span): Problem {
  const nearest = findNearestPath(path, paths);
  return {
    code: 'missing-stylesheet',
    severity: 'error',
    message: `There is no stylesheet "${path}".`,
    hint: nearest ? `Did you mean "${nearest}"?` : PATHS_HINT,
    span,
  };
}

/** Reports a missing picture, font or stylesheet in a talk's own stylesheet. */
export function missingUrl(path: string, paths: readonly string[], span: Span): Problem {
  const nearest = findNearestPath(path, paths);
  return {
    code: 'missing-url',
    severity: 'error',
    message: `There is no file "${path}".`,
    hint: nearest ? `Did you mean "${nearest}"?` : PATHS_HINT,
    span,
  };
}

/** Reports an unknown theme. */
export function unknownTheme(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-theme',
    severity: severityOf(findNearest(name, names)),
    message: `No theme is called "${name}".`,
    hint: hintOfTheme(name, names),
    span,
  };
}

const OWN_THEME =
  'A theme of your own, or of a package, is among "themes" of rostrum() in vite.config.ts';

function hintOfTheme(name: string, names: readonly string[]): string {
  if (/^(?:dark|black|night|moon)$/i.test(name)) {
    return `Any theme is dark with "dark: true". Themes are ${names.join(', ')}.`;
  }
  if (/\.(?:css|scss|less)$/i.test(name))
    return `A stylesheet is named with "css": "css: ${name}".`;
  return `${namesHint(name, names, 'Themes')} ${OWN_THEME}.`;
}

/** A `time` beside `src`, which each of the included slides gets. */
export interface RepeatedTime {
  slides: number;
  seconds: number;
  /** Where it is written: "FILE:LINE". */
  place: string;
}

/** Reports slides whose times are more than the duration of their talk, all in seconds. */
export function timesOverDuration(
  { sum, duration, repeated }: { sum: number; duration: number; repeated: RepeatedTime | null },
  span: Span,
): Problem {
  const over = printTime(sum - duration);
  const all = repeated && printTime(repeated.slides * repeated.seconds);
  return {
    code: 'times-over-duration',
    severity: 'warning',
    message: `The "time" of the slides is ${printTime(sum)} in all, ${over} more than the duration of the talk, ${printTime(duration)}.`,
    hint: repeated
      ? `The "time" at ${repeated.place} counts for each of the ${repeated.slides} slides that "src" includes there: ${all}.`
      : `Take ${over} away from slides, or write "duration: ${printTime(sum)}".`,
    span,
  };
}
