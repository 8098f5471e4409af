import { parseFragment, serialize } from 'parse5';
import { bodyOf } from './slide.ts';

const CODE =
  /<figure class="code"[^>]*>.*?<pre[^>]*><code[^>]*>(.*?)<\/code><\/pre>.*?<\/figure>/gs;
const TAG = /<[^>]*>/g;
const PROBLEM = /<div class="problem".*?<\/div>/gs;
const MISSING = /<mark [^>]*data-code="missing-picture"[^>]*>(.*?)<\/mark>/gs;
const PICTURE = /<img [^>]*?alt="([^"]*)"[^>]*>/g;
const HEADING = /(<\/?h)([1-6])>/g;
const COMMENT = /<!--.*?-->/gs;
/** Where a long word may break, which is no text. */
const BREAK = /<wbr>/g;
const OWN = / (?:target|rel|class|scope)="[^"]*"/gi;
/** The title of a slide is a heading of the second level, so what its text has begins at the third. */
const FIRST_LEVEL = 3;
const LAST_LEVEL = 6;

/** Returns the text of a slide below its title as plain HTML: problems left out, code without its lines, pictures by their words. */
export function plainOf(markdown: string): string {
  const body = bodyOf(`# Title\n\n${markdown}`).replaceAll(PROBLEM, '');
  const code = body.replaceAll(
    CODE,
    (_, lines: string) => `<pre><code>${lines.replaceAll(TAG, '')}</code></pre>`,
  );
  return tidy(code.replaceAll(MISSING, '<img alt="$1">').replaceAll(BREAK, ''));
}

/** Returns the HTML that a specification gives for Markdown as a slide has it: headings below its title, without comments. */
export function expectedOf(html: string): string {
  const headings = html.replaceAll(HEADING, (_, tag: string, level: string) => {
    const own = Math.max(FIRST_LEVEL, Math.min(LAST_LEVEL, Number(level) + 1));
    return `${tag}${own}>`;
  });
  return tidy(headings.replaceAll(COMMENT, '').replaceAll(PICTURE, '<img alt="$1">'));
}

/** Writes HTML as a browser understands it, so that only differences that can be seen are left. */
function tidy(html: string): string {
  const markup = serialize(parseFragment(html.replaceAll(OWN, '')));
  const pieces = markup.split(/(<pre>.*?<\/pre>)/s);
  const words = pieces.map((piece, index) =>
    index % 2 === 1 ? piece : piece.replaceAll(/\s+/g, ' '),
  );
  return words.join('').replaceAll(/>\s+/g, '>').replaceAll(/\s+</g, '<').trim();
}
