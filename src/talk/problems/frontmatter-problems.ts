import { findNearest, findNearestPath } from '../text/nearest.ts';
import type { Problem, Span } from '../model/problem.ts';
import { isAboutHiding, nearestHint, PATHS_HINT, severityOf } from './hints.ts';

/** The YAML of front matter or of a block cannot be read. */
export function badYaml(reason: string, span: Span): Problem {
  return {
    code: 'bad-yaml',
    severity: 'error',
    message: `This cannot be read as YAML: ${reason}`,
    hint: 'Each line is "key: value"; a value that holds ": " or begins with a sign goes in quotes.',
    span,
  };
}

/** A value without quotes ends where a sharp begins a comment. */
export function unquotedHash({ kept, lost }: { kept: string; lost: string }, span: Span): Problem {
  const value = kept === '' ? lost : `${kept} ${lost}`;
  return {
    code: 'unquoted-hash',
    severity: 'warning',
    message:
      kept === ''
        ? `To YAML "${lost}" is a comment, so there is no value here.`
        : `To YAML "${lost}" is a comment, so the value is only "${kept}".`,
    hint: `Put the value in quotes: "${value.replaceAll('"', '\\"')}". A comment has a blank behind its "#".`,
    span,
  };
}

/** Front matter sets a key that does not exist there; `isElsewhere` when the other kind of front matter has it. */
export function unknownKey(
  key: string,
  names: readonly string[],
  { owner, isElsewhere }: { owner: 'talk' | 'slide'; isElsewhere: boolean },
  span: Span,
): Problem {
  const elsewhere =
    owner === 'talk'
      ? `"${key}" belongs to a slide: set it in front matter of the slide's own, below the talk's.`
      : `"${key}" belongs to the talk: set it in the front matter at the top of the talk's file.`;
  const nearest = findNearest(key, names);
  const isForeign = isElsewhere || !nearest;
  const all = `A ${owner} has ${names.join(', ')}.`;
  return {
    code: 'unknown-key',
    severity: isForeign && !isAboutHiding(key) ? 'warning' : 'error',
    message: `A ${owner} has no key "${key}".`,
    hint: isElsewhere ? elsewhere : nearest ? `Did you mean "${nearest}"? ${all}` : all,
    span,
  };
}

/** Front matter begins below a cut and no dashes end it. */
export function unclosedFrontMatter(span: Span): Problem {
  return {
    code: 'unclosed-front-matter',
    severity: 'error',
    message: 'No line "---" ends this front matter.',
    hint: 'End it with "---"; where it is text of the slide, leave a blank line above it.',
    span,
  };
}

/** Text at the top of a slide looks like front matter that lost its dashes. */
export function lostFrontMatter(span: Span): Problem {
  return {
    code: 'lost-front-matter',
    severity: 'error',
    message: 'This looks like front matter, but it is read as text of the slide.',
    hint: 'Put it between two lines "---" without a blank line after the first; a formatter may have moved it.',
    span,
  };
}

/** A talk's own stylesheet does not exist. */
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

/** A talk's own stylesheet names a picture, a font or another stylesheet that does not exist. */
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

/** A talk names a theme that does not ship. */
export function unknownTheme(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-theme',
    severity: severityOf(findNearest(name, names)),
    message: `No theme is called "${name}".`,
    hint: nearestHint(name, names, 'A look of your own is a stylesheet, named with "css"'),
    span,
  };
}
