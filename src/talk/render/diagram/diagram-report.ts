import type { Problem, Span } from '../../model/problem.ts';
import type { CodeBlockToken } from '../../model/token.ts';
import {
  diagramOption,
  diagramSetting,
  leftOutOfDiagram,
  smallDiagram,
  undescribedDiagram,
} from '../../problems/problems.ts';
import { WORD_TAGS } from '../../model/diagram/diagram-source.ts';
import type { SlideContext } from '../context.ts';
import type { CleanDrawing } from './clean-drawing.ts';

/** The size of a drawing in its own units. */
export interface DiagramSize {
  width: number;
  height: number;
}

/** A drawing's size, the place of its language in the fence, and its slide. */
interface DiagramPlace {
  size: DiagramSize;
  span: Span;
  context: SlideContext;
}

/** The least size of text on a slide, in its pixels. */
export const MIN_TEXT = 18;
/** The largest room for a diagram, below a title and without one. */
const ROOM = { width: 1104, untitled: 610, titled: 510 };
const SETTING =
  /(?:^|[\s{,"'])(theme|themeVariables|themeCSS|fontFamily|securityLevel|maxTextSize|maxEdges)["']?\s*:/;
const DIRECTIVE = /^\s*%%\{/;
/** Reports settings of Mermaid that the talk decides. */
function findSettings({ language, text, lines }: CodeBlockToken): Problem[] {
  if (language !== 'mermaid') return [];
  let isHead = /^\s*---\s*$/.test(text.split('\n')[0] ?? '');
  return text.split('\n').flatMap((line, index) => {
    if (index > 0 && isHead && /^\s*---\s*$/.test(line)) isHead = false;
    const found = isHead || DIRECTIVE.test(line) ? SETTING.exec(line)?.[1] : undefined;
    const place = lines[index];
    if (found === undefined || !place) return [];
    const span = { ...place, column: place.column + line.indexOf(found), length: found.length };
    return [diagramSetting(found, span)];
  });
}

/** Names the options of code that a diagram has no use for. */
function listOptions(token: CodeBlockToken): string[] {
  const { highlights, startLine, values, tabSize, isCamera } = token;
  const options: [name: string, isSet: boolean][] = [
    ['line steps', highlights !== null],
    ['line numbers', startLine !== null],
    ['values', values],
    ['tabSize', tabSize !== null],
    ['camera', isCamera === true],
  ];
  return options.filter(([, isSet]) => isSet).map(([name]) => name);
}

/** Reports what is wrong with a diagram that was drawn. */
export function reportDiagram(
  token: CodeBlockToken,
  { title, description, leftOut, sizes }: CleanDrawing,
  { size: { width, height }, span, context }: DiagramPlace,
): Problem[] {
  const { language, text } = token;
  const problems = findSettings(token);
  const options = listOptions(token);
  if (options.length > 0) problems.push(diagramOption(options, token.infoSpan));
  if (title === '' && description === '') {
    problems.push(undescribedDiagram(DESCRIBE[language ?? ''] ?? DESCRIBE_OTHER, span));
  }
  const missed = [...new Set([...listActing(language, text), ...leftOut])];
  if (missed.length > 0) problems.push(leftOutOfDiagram(missed, span));
  const scale = Math.min(ROOM.width / width, roomOf(context) / height);
  const pixels = Math.min(...sizes) * scale;
  if (pixels < MIN_TEXT - 0.05) problems.push(smallDiagram({ pixels, least: MIN_TEXT }, span));
  return problems;
}

/** Lists what Mermaid itself takes out of a text: callbacks, links, and elements of HTML that act. */
function listActing(language: string | null, text: string): string[] {
  if (language !== 'mermaid') return [];
  return [...text.matchAll(ACTING)].map(([, callback, element]) => callback ?? `<${element}>`);
}

const ACTING = new RegExp(
  String.raw`^\s*(click(?=\s+\w)|links?(?=\s+\w+\s*[":]))\s|<(script|iframe|object|style|img|(?:${WORD_TAGS})(?=[\s>]))\b`,
  'gm',
);

const DESCRIBE: Readonly<Record<string, string>> = {
  mermaid: 'Write a line "%% accDescr: What it shows." into it.',
  dot: 'Write tooltip="What it shows." into the graph.',
};
const DESCRIBE_OTHER = 'Write a line "# accDescr: What it shows." into it.';

/** Returns the height that a slide has for a diagram beside nothing but its title. */
function roomOf({ headings }: SlideContext): number {
  return headings.title === null ? ROOM.untitled : ROOM.titled;
}
