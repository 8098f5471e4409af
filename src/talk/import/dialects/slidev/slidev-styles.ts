import type { Deck } from '../../deck.ts';
import type { ReadContext } from '../../dialect.ts';
import { ARROW_RULE } from './slidev-arrow.ts';
import { plainRules } from './plain-rules.ts';
import { takeSheets } from '../../translate/deck-sheets.ts';
import { listSlidevSheets } from '../../translate/sheets/project-sheets.ts';
import { scalePixels } from './slidev-pixels.ts';
import { utilityRule, writeUtility } from './utility-classes.ts';

/** Takes the stylesheet that Slidev loads by its name. */
export function takeStylesheet(path: string, deck: Deck, context: ReadContext): void {
  for (const file of listSlidevSheets('', { path, context })) {
    const [name] = /(?:styles\/)?[^/]*$/.exec(file.path) ?? [file.path];
    const span = { file: file.path, line: 1, column: 1, length: 1 };
    const isPlain = name.endsWith('.css') && !/@include|@unocss/.test(file.text);
    const { css, lost } = plainRules(file.text.trim());
    if (isPlain) deck.css.push(scalePixels(css));
    if (isPlain && lost.length > 0)
      deck.notes.push({
        outcome: 'dropped',
        what: name,
        became: `${lost.join(', ')}: no rules for this here.`,
        span,
      });
    deck.notes.push({
      outcome: isPlain ? 'approximated' : 'manual',
      what: name,
      became: isPlain
        ? 'the stylesheet of the talk; its rules may not fit the elements of these slides'
        : 'It is written for a tool that makes CSS of it.',
      span,
    });
  }
}

/** Takes the rules for classes of a theme that is a folder beside the deck. */
export function takeThemeSheets(
  theme: string,
  deck: Deck,
  { path, context, line }: { path: string; context: ReadContext; line: number },
): void {
  if (!/^[./]/.test(theme)) return;
  const folder = `${theme.replace(/\/+$/, '')}/`;
  const sheets = listSlidevSheets(folder, { path, context })
    .filter((file) => file.path.endsWith('.css'))
    .map((file) => ({ address: file.path, css: scalePixels(file.text), line }));
  takeSheets(sheets, deck, { file: path, context });
}

/** Adds rules for the classes that elements have, and notes those that have none here. */
export function addRules(deck: Deck, classes: ReadonlySet<string>): void {
  const rules: string[] = [];
  const unknown: string[] = [];
  const styled = [...deck.css, ...deck.slides.map(({ edits }) => edits.text)].join('\n');
  for (const name of classes) {
    const css = utilityRule(name);
    if (css !== null) rules.push(writeUtility(name, css));
    else if (!OWN_CLASSES.has(name) && !styled.includes(`.${name}`)) unknown.push(name);
  }
  const text = deck.slides.map(({ edits }) => edits.apply()).join('\n');
  if (text.includes('class="deck-arrow"')) rules.push(ARROW_RULE);
  if (rules.length > 0) deck.css.push(rules.join('\n'));
  const [slide] = deck.slides;
  if (unknown.length === 0 || !slide) return;
  for (const name of unknown) {
    const owner = deck.slides.find(({ edits }) => edits.text.includes(name)) ?? slide;
    const start = Math.max(0, owner.edits.text.indexOf(name));
    owner.note(
      { start, end: start + name.length },
      'dropped',
      'This class has no rules here; write them into the stylesheet of the talk.',
      ...(STILL.test(name) ? (['harmless'] as const) : []),
    );
  }
}

/** Classes that show under a pointer or while something moves. */
const STILL =
  /^!?(?:(?:hover|focus|active|group-hover):|cursor-|transition|duration-|ease-|animate-|select-|transform$|slidev-icon-btn$)/;
const OWN_CLASSES = new Set(['fragment', 'left-out', 'deck-arrow', '']);
