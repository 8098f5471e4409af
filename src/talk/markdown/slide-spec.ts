import {
  foreignVertical,
  lostFrontMatter,
  onlyBesideSrc,
  textBesideSrc,
  unclosedFrontMatter,
} from '../problems/problems.ts';
import type { Problem } from '../model/problem.ts';
import { firstKey, type SlideDraft } from './draft.ts';
import { parseFrontMatter } from './frontmatter.ts';
import { SLIDE_KEYS } from './keys.ts';
import { findEquals, looksLikeMatter } from './slide-matter.ts';

/** Parses the front matter below a slide's cut. */
export function readSpec(slide: SlideDraft): void {
  const { cut, context } = slide;
  if (cut?.isVertical) context.problems.push(foreignVertical(cut.raw, cut.span));
  if (!cut?.matter) return;
  const { text, unclosed } = cut.matter;
  const origin = { file: cut.span.file, line: cut.span.line + 1 };
  slide.matter = parseFrontMatter(text, SLIDE_KEYS, 'slide', origin);
  for (const problem of slide.matter.problems) context.problems.push(problem);
  if (unclosed) context.problems.push(unclosedFrontMatter(firstKey(text, cut.span)));
}

/** Finds front matter that a formatter separated from its dashes, or formatted as a heading. */
export function detectLostMatter(slide: SlideDraft): void {
  const [first] = slide.tokens;
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return;
  const written = findEquals(first.text);
  const hint =
    written === null ? undefined : `Write each key with a colon and a blank: "${written}".`;
  if (written !== null || looksLikeMatter(first.text))
    slide.lostMatter = lostFrontMatter(first.span, hint);
}

/** Reports keys and text that cannot be on the same slide as `src`, or only there. */
export function checkSpec(slide: SlideDraft): void {
  const found = slide.lostMatter ? [slide.lostMatter] : listMisplaced(slide);
  for (const problem of found) slide.context.problems.push(problem);
}

function listMisplaced({ matter: { spec, spans }, tokens, notes }: SlideDraft): Problem[] {
  if (spec.src !== undefined) {
    const first = tokens.find(({ type }) => type !== 'space' && type !== 'def');
    const span = first?.span ?? notes[0]?.part.span;
    return span ? [textBesideSrc(span)] : [];
  }
  return (['title', 'steps'] as const).flatMap((key) => {
    const span = spans[key];
    return span ? [onlyBesideSrc(key, span)] : [];
  });
}
