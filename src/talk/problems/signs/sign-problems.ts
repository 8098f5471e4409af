import type { Problem, Span } from '../../model/problem.ts';
import { nearestHint } from '../hints.ts';

/** Reports a QR code without content, or one of an address that lacks its scheme. */
export function emptyCode(text: string, span: Span): Problem {
  const isEmpty = text === '';
  return {
    code: 'empty-qr-code',
    severity: 'error',
    message: isEmpty
      ? 'The QR code holds nothing.'
      : `The QR code holds "${text}", which phones take for words and not for an address.`,
    hint: isEmpty
      ? 'Write the address behind "qr:", as in ![what is there](qr:https://example.org).'
      : `Write qr:https://${text}.`,
    span,
  };
}

/** Reports a QR code with more content than can be scanned from the last row. */
export function longCode(text: string, most: number, span: Span): Problem {
  return {
    code: 'long-qr-code',
    severity: 'error',
    message: `The QR code would hold ${new Intl.NumberFormat('en').format(text.length)} characters, too many to be scanned from the last row.`,
    hint: `Shorten it to about ${most} characters: take the parameters behind "?" out, or use an address that leads there.`,
    span,
  };
}

/** Reports a QR code whose size was set too small for the last row. */
export function smallCode(asked: number, least: number, span: Span): Problem {
  return {
    code: 'small-qr-code',
    severity: 'error',
    message: `The QR code is ${asked} pixels wide, too small to be scanned from the last row.`,
    hint: `Give it at least ${least} pixels, or no size: it then takes the room there is.`,
    span,
  };
}

/** Reports icons of Simple Icons when that is not installed; `subject` is what shows names in their place. */
export function missingIcons(span: Span, subject = 'The wall of logos'): Problem {
  return {
    code: 'missing-icons',
    severity: 'warning',
    message: `${subject} shows names without icons, because Simple Icons is not installed.`,
    hint: 'Install it with "npm i -D simple-icons", then start Rostrum again.',
    span,
  };
}

/** Reports an icon in text that the set lacks. */
export function unknownIcon(name: string, names: readonly string[], span: Span): Problem {
  const where = 'Icons are those of simpleicons.org, in letters and digits alone';
  return {
    code: 'unknown-icon',
    severity: 'error',
    message: `Simple Icons has no icon "${name}".`,
    hint: nearestHint(name, names, where),
    span,
  };
}

/** Reports a word between colons that is nearly the name of an emoji, or the name of an icon in another program. */
export function unknownEmoji(name: string, meant: string, span: Span): Problem {
  return {
    code: 'unknown-emoji',
    severity: 'warning',
    message: `No emoji is called "${name}", so it is shown as it is written.`,
    hint: `Did you mean ":${meant}:"? A backslash before the colon keeps the words: "\\:${name}:".`,
    span,
  };
}
