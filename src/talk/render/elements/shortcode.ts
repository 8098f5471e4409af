import type { ShortcodeToken } from '../../model/token.ts';
import { html, rawHtml } from '../../html/html.ts';
import { missingIcons, unknownEmoji, unknownIcon } from '../../problems/problems.ts';
import { findNearest } from '../../text/nearest.ts';
import type { SlideContext } from '../context.ts';
import { renderInlineProblem } from './panel.ts';

const ICON = /^simple-icons-(.+)$/;
/** Names of icons in other programs. */
const FOREIGN_ICON =
  /^(?:si|icons?|fab?|fa-brands|mdi|logos|fontawesome-brands|material-simple|simple)-([a-z0-9]+)$/;
const MIN_NAME = 5;
const PATH = /^[\d\s.,a-zA-Z+-]+$/;

/** Renders an emoji or an icon by its name; an unknown name of an emoji stays as written. */
export function renderShortcode(token: ShortcodeToken, context: SlideContext): string {
  const { name, raw } = token;
  const [, icon] = ICON.exec(name) ?? [];
  if (icon !== undefined) return renderIcon(icon, token, context);
  const emoji = context.talk.project.emoji?.find(name);
  if (emoji === undefined) reportEmoji(token, context);
  const words = emoji ?? raw;
  context.words.set(token, words);
  return html`${words}`.markup;
}

/** Reports a name that is nearly that of an emoji, or that of an icon elsewhere; other words between colons are text. */
function reportEmoji({ name, span }: ShortcodeToken, context: SlideContext): void {
  const [, icon] = FOREIGN_ICON.exec(name) ?? [];
  const names = context.talk.project.emoji?.names() ?? [];
  const meant = icon === undefined ? findMeant(name, names) : `simple-icons-${icon}`;
  if (meant === undefined || context.reported.has(`:${name}:`)) return;
  context.reported.add(`:${name}:`);
  context.problems.push(unknownEmoji(name, meant, span));
}

/** Finds the emoji with one slip less; short words are near to too many names. */
function findMeant(name: string, names: readonly string[]): string | undefined {
  if (name.length < MIN_NAME) return undefined;
  const near = names.filter((each) => Math.abs(each.length - name.length) <= 1);
  return findNearest(name, near, 1);
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
