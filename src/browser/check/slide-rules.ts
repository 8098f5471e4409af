import type { Finding, Look } from '../../talk/problems/finding.ts';
import { checkBounds } from './bounds.ts';
import { checkContrast } from './contrast.ts';
import { frameOf } from './geometry.ts';
import { checkFonts, checkLetters } from './letters.ts';
import { checkOverlap } from './overlap.ts';
import { noteSeen, type SeenText } from './never-seen.ts';
import { checkDrawn, checkLeftOut, checkNames } from './picture-rules.ts';
import type { Sight } from './rule-context.ts';
import { checkSize } from './size-rules.ts';
import { walkSlide } from './text-walk.ts';

type Rule = (sight: Sight) => Finding[];

const RULES: readonly Rule[] = [
  checkBounds,
  checkOverlap,
  checkSize,
  checkContrast,
  checkNames,
  checkFonts,
  checkLetters,
  checkDrawn,
  checkLeftOut,
];

/** Rules that depend only on colours. */
const COLOUR_RULES: readonly Rule[] = [checkContrast];

/** Measures a slide as currently shown, and adds its text to what was seen. */
export function checkSlide(
  slide: HTMLElement,
  look: Look,
  seen: SeenText = new Set(),
  rules = RULES,
): Finding[] {
  const frame = frameOf(slide);
  const sight = { slide, frame, look, content: walkSlide(slide, frame) };
  noteSeen(sight.content, seen);
  return leaveOutUndrawn(rules.flatMap((rule) => rule(sight)));
}

/** Other findings in a block that is not drawn follow from that. */
function leaveOutUndrawn(findings: Finding[]): Finding[] {
  const isUndrawn = ({ fault }: Finding): boolean => fault.code === 'block-not-drawn';
  const blocks = new Set(findings.filter(isUndrawn).map(({ block }) => block));
  blocks.delete(null);
  return findings.filter((finding) => isUndrawn(finding) || !blocks.has(finding.block));
}

/** Measures only what depends on the colour mode. */
export function checkColours(slide: HTMLElement, look: Look, seen: SeenText): Finding[] {
  return checkSlide(slide, look, seen, COLOUR_RULES);
}
