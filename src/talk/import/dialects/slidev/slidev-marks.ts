import type { DeckSlide } from '../../deck.ts';
import { scanLines } from '../../scan-lines.ts';
import { takeClasses, takeMark } from '../../translate/foreign-inline.ts';
import { walkTokens } from '../../walk.ts';

/** Translates marks in text, classes in braces and components between colons; returns the classes. */
export function takeMarks(slide: DeckSlide): string[] {
  takeColons(slide);
  const classes: string[] = [];
  walkTokens(slide.tokens, (token) => {
    if (token.type === 'foreign' && !takeMark(token, slide))
      classes.push(...takeClasses(token, slide));
    return false;
  });
  return classes;
}

/** Removes the lines "::name" and "::" around a component, whose content stays. */
function takeColons(slide: DeckSlide): void {
  let depth = 0;
  for (const line of scanLines(slide.edits.text)) {
    if (line.isInside) continue;
    const isOpening = /^\s*::[a-z][\w-]*(?:\{[^}]*\}|\[[^\]]*\])*\s*$/i.test(line.text);
    const isClosing = depth > 0 && /^\s*::\s*$/.test(line.text);
    if (!isOpening && !isClosing) continue;
    depth += isOpening ? 1 : -1;
    const stretch = { start: line.start, end: line.start + line.text.length };
    if (isOpening) slide.note(stretch, 'approximated', 'its content, without a frame');
    slide.edits.remove(stretch);
  }
}

/** Takes the steps off formulas, which come at once. */
export function takeFormulaSteps(slide: DeckSlide): void {
  for (const line of scanLines(slide.edits.text)) {
    const [, braces] = /^\s*\$\$\s*(\{[^{}]*\}(?:\{[^{}]*\})?)\s*$/.exec(line.text) ?? [];
    if (line.isInside || braces === undefined) continue;
    const start = line.start + line.text.indexOf(braces);
    slide.replace({ start, end: start + braces.length }, '', [
      'approximated',
      'The formula comes at once; <!-- pause --> in it makes steps.',
    ]);
  }
}
