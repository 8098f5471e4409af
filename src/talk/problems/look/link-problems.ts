import { findNearestPath } from '../../text/nearest.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { PATHS_HINT } from '../hints.ts';

const MAIL = /^[^\s/@]+@[^\s/@]+\.[A-Za-z]{2,}$/;
const HOST =
  /^(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|info|eu|de|fr|uk|nl|at|ch|pl|se|jp|cn|us))(?:[/?#:].*)?$/i;
const TALK = /(?:^|\/)([^/]+)\.md(?:#(.*))?$/i;

/** Reports a link to a file of the project that is not there, or that is meant for another place. */
export function deadFileLink(href: string, paths: readonly string[], span: Span): Problem {
  const [, talk, slide] = TALK.exec(href) ?? [];
  const nearest = findNearestPath(href, paths);
  return {
    code: 'dead-link',
    severity: 'warning',
    message: `There is no file "${href}", to which this link leads.`,
    hint: MAIL.test(href)
      ? `Write "mailto:${href}" for a mail address.`
      : HOST.test(href)
        ? `Write "https://${href}" for an address of the web.`
        : talk !== undefined
          ? `A talk is linked to by its name: "../${talk}/${slide === undefined ? '' : `#${slide}`}".`
          : nearest
            ? `Did you mean "${nearest}"?`
            : PATHS_HINT,
    span,
  };
}

/** Reports a link without an address, or without words that could be pressed. */
export function emptyLink(address: string, words: string, span: Span): Problem {
  const isNowhere = address === '';
  return {
    code: 'empty-link',
    severity: 'warning',
    message: isNowhere
      ? 'This link has no address, so it leads nowhere.'
      : 'This link has no words, so it is not visible.',
    hint: isNowhere
      ? /^https?:\/\/\S+$/.test(words)
        ? `Write <${words}>.`
        : `Write the address between the brackets: [${words || 'words'}](https://example.org), or (#id) for a slide.`
      : `Write words between the brackets: [words](${address}).`,
    span,
  };
}

/** Reports a picture without an address. */
export function noAddress(alt: string, span: Span): Problem {
  return {
    code: 'empty-link',
    severity: 'error',
    message: 'This picture has no address, so there is nothing to show.',
    hint: `Write the path of its file between the brackets: ![${alt || 'what it shows'}](/assets/picture.png).`,
    span,
  };
}
