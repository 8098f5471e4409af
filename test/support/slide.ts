import type { Slide } from '../../src/talk/model/talk.ts';
import type { Fixture, Texts } from './fixtures.ts';
import { compileTexts } from './fixtures.ts';

/** Compiles Markdown as the slides of a talk. */
export function compileMarkdown(markdown: string, texts: Texts = {}): Fixture {
  const talk = `---\ntitle: A talk\ndate: 2024-09-18\nevent: A conference\n---\n\n${markdown}`;
  return compileTexts({ 'slides/talks/talk.md': talk, ...texts });
}

/** Compiles Markdown as the one slide of a talk. */
export function compileSlide(markdown: string, texts: Texts = {}): Slide {
  const slide = compileMarkdown(markdown, texts).talks[0]?.slides[0];
  if (!slide) throw new Error('There is no slide');
  return slide;
}

/** Compiles Markdown as a slide and gives the HTML of its body. */
export function bodyOf(markdown: string, texts: Texts = {}): string {
  const { html } = compileSlide(markdown, texts);
  return BODY.exec(html)?.[1] ?? '';
}

/** Gives the codes of everything that is wrong with Markdown on a slide. */
export function codesOf(markdown: string, texts: Texts = {}): string[] {
  return compileMarkdown(markdown, texts).problems.map(({ code }) => code);
}

const BODY = /<div class="slide-body">(.*)<\/div>\n<\/div>\n(?:<footer|<\/section>)/s;
