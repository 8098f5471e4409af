import type { CodeBlockToken } from '../../model/token.ts';
import { renderCode } from '../code/code-block.ts';
import { readDiagram, type SlideContext } from '../context.ts';
import { renderPanels } from '../elements/panel.ts';
import { renderDiagram } from './diagram.ts';

/** Renders a fence: the drawing of a diagram, or code. */
export function renderFence(token: CodeBlockToken, context: SlideContext): string {
  const { language, text } = token;
  const answer = language === null ? undefined : readDiagram(context, { language, text });
  if (!answer) return renderCode(token, context);
  const { markup, problems } = renderDiagram(token, answer, context);
  context.problems.push(...problems);
  if (markup !== null) return markup;
  return renderPanels(problems, context) + renderCode({ ...token, language: null }, context);
}
