import { codeFrame } from '../../source/frame.ts';
import { html } from '../../html/html.ts';
import type { Problem } from '../../model/problem.ts';
import type { SlideContext } from '../context.ts';

/** Maximum number of problem panels on a slide; a browser needs minutes for thousands. */
const MAX_PANELS = 20;

/** Renders problems as panels in place of their block or slide; the rest is counted. */
export function renderPanels(problems: readonly Problem[], context: SlideContext): string {
  const shown = problems.slice(0, MAX_PANELS).map((problem) => renderPanel(problem, context));
  return shown.join('') + renderRest(problems.length - MAX_PANELS);
}

function renderRest(count: number): string {
  if (count <= 0) return '';
  const words = count === 1 ? 'One more problem is' : `${count} more problems are`;
  return html`<div class="problem" role="alert">
<p class="problem-message">${words} on this slide.</p>
</div>
`.markup;
}

function renderPanel({ code, message, hint, span }: Problem, { talk }: SlideContext): string {
  const { project } = talk;
  const text = span && (project.slideFile(span.file)?.text ?? project.readText?.(span.file));
  const frame = span && text !== undefined ? codeFrame(text, span) : null;
  const place = span && html` <span class="problem-place">${span.file}:${span.line}</span>`;
  return html`<div class="problem" role="alert">
<p class="problem-code">${code}${place}</p>
<p class="problem-message">${message}</p>
${frame && html`<pre class="problem-frame">${frame}</pre>`}
${hint && html`<p class="problem-hint">${hint}</p>`}
</div>
`.markup;
}

/** Renders an inline problem: the source text, marked, with message and hint as its title. */
export function renderInlineProblem({ code, message, hint }: Problem, written: string): string {
  const title = hint ? `${message} ${hint}` : message;
  return html`<mark class="problem-inline" data-code="${code}" title="${title}">${written}</mark>`
    .markup;
}
