import type { Layout } from '../model/talk.ts';
import type { SlideSource } from '../model/slide-file.ts';
import type { Token } from '../model/token.ts';
import { beginsWithDash } from '../model/slide/speaker-line.ts';

/** Maximum length of the words below the title of a cover. */
const MAX_COVER = 160;
const SPEECH: readonly Token['type'][] = ['paragraph', 'space'];

/** Finds the layout of a slide that names none: a first slide with the talk's title is its cover. A quotation alone is a quote, also with who said it. */
export function deriveLayout(
  { tokens }: Pick<SlideSource, 'tokens'>,
  title: string | null,
): Layout | undefined {
  const parts = tokens.filter(({ type }) => type !== 'space');
  const [heading, ...rest] = parts;
  const isTitled = heading?.type === 'heading';
  if (
    title !== null &&
    isTitled &&
    heading.depth === 1 &&
    (title === '' || textOf(heading) === title) &&
    isShort(rest)
  )
    return 'cover';
  const [quote, ...others] = isTitled ? rest : parts;
  if (quote?.type !== 'blockquote' || others.length > 1 || !others.every(isSpeaker))
    return undefined;
  return quote.tokens.every(({ type }) => SPEECH.includes(type)) ? 'quote' : undefined;
}

/** Reports whether a paragraph says who said what is above it, as a dash shows. */
function isSpeaker({ type, raw }: Token): boolean {
  return type === 'paragraph' && raw.length <= MAX_COVER && beginsWithDash(raw);
}

function isShort(tokens: readonly Token[]): boolean {
  const length = tokens.reduce((sum, { raw }) => sum + raw.length, 0);
  return (
    length <= MAX_COVER && tokens.every((token) => token.type === 'paragraph' && isText(token))
  );
}

function isText(token: Token): boolean {
  if (!('tokens' in token) || !token.tokens) return true;
  return token.tokens.every(
    (child) => child.type !== 'image' && child.type !== 'html' && isText(child),
  );
}

function textOf(token: Token): string {
  return token.raw.replace(/^#+\s*|\s*#*\s*$/g, '');
}
