import { textOf } from '../../../text/value/value-text.ts';
import { listComments } from '../../comments.ts';
import { cutText, type Part } from '../../cut-slides.ts';
import { DeckSlide } from '../../deck.ts';
import type { ForeignKey } from '../../matter.ts';
import { readDirectives } from './marp-directives.ts';

/** Cuts at rules, and before headings of the levels that "headingDivider" names. */
export function cutMarp(text: string, firstLine: number, levels: readonly number[]): Part[] {
  const parts = cutText(text, firstLine, ({ text: line }) => RULE.test(line));
  if (levels.length === 0) return parts;
  return parts.flatMap((part) => {
    const starts: number[] = [];
    cutText(part.text, part.line, ({ text: line, start }) => {
      const depth = /^(#{1,6})[ \t]/.exec(line)?.[1]?.length ?? 0;
      if (levels.includes(depth)) starts.push(start);
      return false;
    });
    // Comments and rules above the first heading are on its slide.
    if (!isSeen(part.text.slice(0, starts[0]))) starts.shift();
    const bounds = [...new Set([0, ...starts, part.text.length])];
    return bounds.slice(0, -1).map((start, index) => ({
      line: part.line + part.text.slice(0, start).split('\n').length - 1,
      text: part.text.slice(start, bounds[index + 1]),
      cut: index === 0 ? part.cut : null,
    }));
  });
}

/** Checks whether a text has more than comments and rules. */
function isSeen(text: string): boolean {
  return text.replaceAll(/<!--[^]*?-->|<style\b[^>]*>[^]*?<\/style>/gi, '').trim() !== '';
}

/** Returns the levels of the headings that begin slides, as front matter or a comment names them. */
export function readDivider(
  keys: readonly ForeignKey[],
  { body, path }: { body: string; path: string },
): number[] {
  const all = [...keys, ...listDirectives(body, path)];
  const value = all.find(({ name }) => name === 'headingDivider')?.value;
  if (Array.isArray(value)) return value.filter((level) => typeof level === 'number');
  const most = Number(textOf(value));
  return most >= 1 && most <= 6 ? Array.from({ length: most }, (_, index) => index + 1) : [];
}

/** Lists the directives in the comments of a deck that may name such levels. */
function listDirectives(text: string, file: string): ForeignKey[] {
  if (!text.includes('headingDivider')) return [];
  const whole = new DeckSlide({ file, line: 1, text });
  return listComments(whole).flatMap(({ words }) => readDirectives(words, { file, line: 1 }) ?? []);
}

/** A rule of Markdown; headings underlined with dashes were rewritten before. */
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
