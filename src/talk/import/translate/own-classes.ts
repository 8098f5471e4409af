import { scanLines } from '../scan-lines.ts';

/** Classes of the elements that a talk itself writes; an element of a deck with one of them would get its rules. */
const OWN =
  'block bleed browser camera caption captioned code column columns deck display figure footnotes formula future missing past pictures present problem slide slides sources stack terminal versions'.split(
    ' ',
  );
const NAMES = new Set(OWN);
const IN_CSS = new RegExp(`\\.(${OWN.join('|')})(?![\\w-])`, 'g');

/** Gives classes of a deck that are called as those of talks another name, in the HTML outside code. */
export function renameClasses(text: string): string {
  if (!/\bclass=/.test(text)) return text;
  return scanLines(text)
    .map((line) => {
      const whole = text.slice(line.start, line.end);
      return line.isInside || !whole.includes('class=')
        ? whole
        : whole.replaceAll(CLASS, (written, before: string, names: string, after: string) =>
            written.startsWith('`') ? written : `${before}${renameNames(names)}${after}`,
          );
    })
    .join('');
}

/** Gives such classes another name in a list of names. */
export function renameNames(names: string): string {
  return names
    .split(/(\s+)/)
    .map((name) => (NAMES.has(name) ? `deck-${name}` : name))
    .join('');
}

/** Gives such classes another name in rules. */
export function renameInCss(css: string): string {
  return css.replaceAll(IN_CSS, '.deck-$1');
}

/** Code in a line, which stays, or the classes of an element. */
const CLASS = /`[^`\n]*`|(<[a-z][^<>]*?\bclass=["'])([^"']*)(["'])/gi;
