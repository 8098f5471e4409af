import { findNearestPath } from '../text/nearest.ts';
import { isPicture } from '../text/path.ts';
import type { Problem, Span } from '../model/problem.ts';
import { nearestHint, PATHS_HINT } from './hints.ts';

const OWN_BLOCK =
  'Behaviour belongs in a block of your own, which vite.config.ts names: rostrum({ blocks: [...] }).';

/** Reports a missing picture file. */
export function missingPicture(
  path: string,
  paths: readonly string[],
  span: Span,
  wanted = path,
): Problem {
  const nearest = findNearestPath(wanted, paths);
  return {
    code: 'missing-picture',
    severity: 'error',
    message: `There is no ${isPicture(path) ? 'picture' : 'file'} "${path}".`,
    hint: nearest ? `Did you mean "${nearest}"?` : PATHS_HINT,
    span,
  };
}

/** Reports a drawing that repeats too many elements for a browser to finish. */
export function heavyDrawing(name: string, most: number, span: Span): Problem {
  return {
    code: 'heavy-drawing',
    severity: 'error',
    message: `${name} draws more than ${most} elements, so it is left out: a browser may not finish it.`,
    hint: 'Each <use> counts as everything that it repeats. Export the drawing as a PNG.',
    span,
  };
}

/** Reports a picture that Markdown does not recognise, because its address contains spaces. */
export function unreadPicture(sign: string, span: Span): Problem {
  const [, words = '', address = ''] = /^!\[([^\]]*)\]\((.*)\)$/s.exec(sign) ?? [];
  return {
    code: 'unread-picture',
    severity: 'error',
    message:
      'The address of this picture contains a space, so Markdown does not read it as a picture.',
    hint: `Put the address in angle brackets: ![${words}](<${address.trim()}>).`,
    span,
  };
}

/** Reports a Windows path. */
export function windowsPath(path: string, paths: readonly string[], span: Span): Problem {
  const nearest = findNearestPath(path, paths);
  return {
    code: 'windows-path',
    severity: 'error',
    message: `"${path}" is ${/^file:/i.test(path) ? 'the address of a file of this machine' : 'a Windows path'}, which pages and other machines do not understand.`,
    hint: nearest
      ? `Write it as "${nearest}".`
      : 'Copy the file into the project, and write its path with "/" from the file that names it.',
    span,
  };
}

/** Reports a picture without alternative text. */
export function missingAlt(path: string, span: Span): Problem {
  return {
    code: 'missing-alt',
    severity: 'warning',
    message: `The picture "${path}" has no alternative text for people who cannot see it.`,
    hint: 'Write it between the brackets: ![A crab on a rostrum](crab.svg).',
    span,
  };
}

/** Reports an attribute with script in raw HTML. */
export function inlineHandler(attribute: string, span: Span): Problem {
  return {
    code: 'inline-handler',
    severity: 'warning',
    message: `The attribute "${attribute}" would run a script, so it is left out.`,
    hint: OWN_BLOCK,
    span,
  };
}

/** Reports an element in raw HTML that would affect more than its slide. */
export function forbiddenTag(name: string, span: Span): Problem {
  return {
    code: 'forbidden-tag',
    severity: 'warning',
    message: `The element <${name}> affects the whole page, so it is left out of the slide.`,
    hint: OWN_BLOCK,
    span,
  };
}

/** Reports an unknown element in raw HTML. */
export function unknownElement(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-element',
    severity: 'warning',
    message: `HTML has no element <${name}>, so its tags are left out; its content stays.`,
    hint: nearestHint(name, names, 'Slides may contain elements of HTML, SVG and MathML'),
    span,
  };
}

/** Reports an attribute in raw HTML that slides do not allow. */
export function unknownAttribute(name: string, span: Span): Problem {
  return {
    code: 'unknown-attribute',
    severity: 'warning',
    message: `The attribute "${name}" has no meaning on a slide, so it is left out.`,
    hint: nearestHint(
      name,
      COMMON_ATTRIBUTES,
      'Slides may contain the attributes of HTML, SVG and MathML, and "data-..." with any name',
    ).replace(/ \(src,[^)]*\)/, ''),
    span,
  };
}

const COMMON_ATTRIBUTES = 'src href alt class style title width height target lang'.split(' ');

/** Reports an attribute with an address that slides do not allow. */
export function forbiddenAddress(attribute: string, scheme: string, span: Span): Problem {
  return {
    code: 'forbidden-address',
    severity: 'warning',
    message: `Addresses "${scheme}:..." are not allowed in "${attribute}" here, so it is left out.`,
    hint: 'Link to a web address, a mail address or a file of the project.',
    span,
  };
}

/** Reports a style rule on a slide that would apply to other slides. */
export function forbiddenRule(name: string | null, span: Span): Problem {
  const rule = name === null ? 'This rule' : `The rule "@${name}"`;
  return {
    code: 'forbidden-rule',
    severity: 'warning',
    message: `${rule} cannot apply to one slide only, so it is left out.`,
    hint: "Write it into the talk's own stylesheet, which the key `css` names.",
    span,
  };
}

/** Reports an element in raw HTML that its part of the slide does not close. */
export function unclosedTag(name: string, span: Span): Problem {
  return {
    code: 'unclosed-tag',
    severity: 'warning',
    message: `The element <${name}> is not closed, so it is closed where its part of the slide ends.`,
    hint: `Write </${name}> where it should end.`,
    span,
  };
}

/** Reports a closing tag without an open element in raw HTML. */
export function strayTag(name: string, span: Span, meant?: string): Problem {
  return {
    code: 'stray-tag',
    severity: 'warning',
    message: `Nothing called <${name}> is open here, so </${name}> is left out.`,
    hint:
      meant === undefined
        ? `Remove it, or write <${name}> before it.`
        : `Did you mean </${meant}>?`,
    span,
  };
}

/** Reports an unclosed raw HTML element with content that is not Markdown. */
export function unclosedHtml(name: string, span: Span): Problem {
  return {
    code: 'unclosed-html',
    severity: 'error',
    message: `The element <${name}> is not closed, so it ends where its slide does.`,
    hint: `End it with </${name}>.`,
    span,
  };
}

/** Reports an invalid `.element` comment. */
export function badAttributes(rest: string, span: Span): Problem {
  return {
    code: 'bad-attributes',
    severity: 'error',
    message: rest === '' ? 'There are no attributes here.' : `This is not an attribute: ${rest}`,
    hint: 'Write <!-- .element: class="fragment" --> with quotes around each value.',
    span,
  };
}
