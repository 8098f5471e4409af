import type { ShortcodeToken } from '../../model/token.ts';
import { html, rawHtml } from '../../html/html.ts';
import { missingIcons, unknownIcon } from '../../problems/problems.ts';
import type { SlideContext } from '../context.ts';
import { renderInlineProblem } from './panel.ts';

const ICON = /^simple-icons-(.+)$/;
const PATH = /^[\d\s.,a-zA-Z+-]+$/;

/** Renders an emoji or an icon by its name; an unknown name of an emoji stays as written. */
export function renderShortcode(token: ShortcodeToken, context: SlideContext): string {
  const { name, raw } = token;
  const [, icon] = ICON.exec(name) ?? [];
  if (icon !== undefined) return renderIcon(icon, token, context);
  const words = context.talk.project.emoji?.(name) ?? raw;
  context.words.set(token, words);
  return html`${words}`.markup;
}

/** Renders an icon as a drawing in the colour and size of its text. */
function renderIcon(name: string, token: ShortcodeToken, context: SlideContext): string {
  const { icons } = context.talk.project;
  const { span, raw } = token;
  context.words.set(token, name);
  if (!icons) {
    if (!context.reported.has(ICONS)) context.problems.push(missingIcons(span, 'The text'));
    context.reported.add(ICONS);
    return html`${name}`.markup;
  }
  const icon = icons.find(name);
  if (!icon || !PATH.test(icon.path)) {
    const problem = unknownIcon(name, icons.names(), span);
    context.problems.push(problem);
    return renderInlineProblem(problem, raw);
  }
  context.words.set(token, icon.title);
  return html`<svg class="icon" role="img" aria-label="${icon.title}" viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" style="vertical-align:-.125em"><path d="${rawHtml(icon.path)}"/></svg>`
    .markup;
}

/** Key of a problem that is reported once a slide. */
const ICONS = 'simple-icons';
