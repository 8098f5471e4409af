import type { Finding, Look } from '../../talk/problems/finding.ts';
import { frameOf } from './geometry.ts';
import { checkLetters } from './letters.ts';
import type { TextRun } from './text-walk.ts';

/** Speaker notes as HTML, by the ids of their slides. */
export type NotesOf = Readonly<Record<string, string>>;

const LOOK: Look = { view: 'deck', mode: 'light', step: 0 };
const NO_WORDS = 'style, script, template, title, desc, .formula';
const CODE = 'code, pre, kbd, samp';

/** Finds letters of speaker notes that exist only in fonts of the machine, or in none. */
export function checkNotes(slide: HTMLElement, notesOf: NotesOf): Finding[] {
  const html = notesOf[slide.id];
  if (html === undefined) return [];
  const place = document.createElement('aside');
  place.className = 'notes';
  slide.append(place);
  const runs = listTexts(html).map((text) => addRun(place, text));
  const content = { runs, pictures: [] };
  const found = checkLetters({ slide, frame: frameOf(slide), content, look: LOOK });
  place.remove();
  return found;
}

/** Lists the texts of notes; a parsed document loads and runs nothing. */
function listTexts(html: string): Text[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(
    ({ data, parentElement }) => data.trim() !== '' && !parentElement?.closest(NO_WORDS),
  );
}

function addRun(place: Element, { data, parentElement }: Text): TextRun {
  const element = document.createElement(parentElement?.closest(CODE) ? 'code' : 'p');
  const text = data.trim();
  element.textContent = text;
  place.append(element);
  const style = getComputedStyle(element);
  const shape = { size: 0, opacity: 1, lines: [], clips: [], isPlaced: false };
  return { text, node: null, element, style, ...shape };
}
