import { isPicture } from '../../../text/path.ts';
import { parseAttributes } from '../../brace-attributes.ts';
import type { DeckSlide } from '../../deck.ts';
import { judgeGround } from '../../translate/faint-grounds.ts';
import { takeFilm } from '../../translate/film-grounds.ts';
import { textOf } from '../../../text/value/value-text.ts';

/** Takes the attributes of a slide's first heading as keys of the slide, and removes those of the others. */
export function takeHeadings(slide: DeckSlide): void {
  let isFirst = true;
  for (const token of slide.tokens) {
    if (token.type !== 'heading') continue;
    const { start, end } = slide.stretch(token);
    const [whole, braces = ''] =
      /(?<=\S)[ \t]*\{([^{}]*)\}[ \t]*$/.exec(slide.edits.text.slice(start, end)) ?? [];
    if (whole !== undefined) {
      const stretch = { start: end - whole.length, end };
      slide.edits.replace(stretch, '');
      if (isFirst) takeKeys(braces, stretch, slide);
    }
    const words = slide.edits.text
      .slice(start, end - (whole?.length ?? 0))
      .replace(/^#+/, '')
      .trim();
    if (words === '') slide.edits.remove({ start, end });
    isFirst = false;
  }
}

function takeKeys(braces: string, stretch: { start: number; end: number }, slide: DeckSlide): void {
  const { id, classes, values } = parseAttributes(braces);
  const { keys } = slide;
  if (id !== null && /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(id)) keys.id = id;
  const own = classes.filter((name) => !PLAIN.has(name));
  if (classes.includes('center')) keys.layout ??= 'center';
  if (own.length > 0) keys.class = own.join(' ');
  const lost: string[] = [];
  for (const [name, value] of values) {
    const ground = name.replace(/^data-/, '');
    if (
      ground === 'background-image' ||
      ground === 'background-color' ||
      ground === 'background-gradient'
    ) {
      keys.background = value;
    } else if (ground === 'background') keys.background = value;
    else if (ground === 'visibility' && (value === 'hidden' || value === 'uncounted'))
      keys.visibility = value;
    else if (ground === 'background-video') slide.note(stretch, ...takeFilm(value, slide));
    else if (
      !/^(?:transition|background-(?:size|position|repeat|opacity|transition|video-)|auto-animate|state)/.test(
        ground,
      )
    )
      lost.push(name);
    if (ground === 'auto-animate' && value !== 'false') keys.transition = 'morph';
  }
  takeLook(values, stretch, slide);
  if (
    typeof keys.background === 'string' &&
    /^\w+$/.test(keys.background) === false &&
    !isPicture(keys.background) &&
    /\.(?:mp4|webm)$/i.test(keys.background)
  ) {
    const film = keys.background;
    delete keys.background;
    slide.note(stretch, ...takeFilm(film, slide));
  }
  if (lost.length > 0)
    slide.note(stretch, 'dropped', `${lost.join(', ')}: slides have no setting for this.`);
  else slide.note(stretch, 'translated', 'keys of the slide');
}

/** Notes how a picture behind a slide would look in the deck, where a talk shows it otherwise. */
function takeLook(
  values: ReadonlyMap<string, string>,
  stretch: { start: number; end: number },
  slide: DeckSlide,
): void {
  const valueOf = (name: string): string | undefined =>
    values.get(`background-${name}`) ?? values.get(`data-background-${name}`);
  const look = {
    opacity: valueOf('opacity'),
    size: valueOf('size'),
    position: valueOf('position'),
  };
  const judged = isPicture(textOf(slide.keys.background)) ? judgeGround(look) : null;
  if (!judged) return;
  const [outcome, became] = judged;
  if (outcome === 'dropped') delete slide.keys.background;
  slide.note(stretch, outcome, became);
}

/** Classes that only say what every slide does, or how a program numbers its headings. */
const PLAIN = new Set(
  'unnumbered unlisted center smaller scrollable allowframebreaks fragile shrink plain standout incremental nonincremental nostretch'.split(
    ' ',
  ),
);
