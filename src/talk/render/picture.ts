import type { Tokens } from 'marked';
import { missingAlt, missingPicture } from '../model/catalogue.ts';
import { html } from '../model/html.ts';
import { isExternal, relativePath, resolvePath } from '../model/path.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { SlideContext } from './context.ts';
import { readAsset } from './context.ts';
import { renderInlineProblem } from './panel.ts';

const QUERY = /[?#].*$/;

/** Renders a picture, or says in its place that there is none. */
export function renderPicture(
  token: Tokens.Image,
  alt: string,
  span: Span,
  context: SlideContext,
): string {
  // What steers another program in the place of words is reported already.
  if (alt.trim() === '' && !('isForeign' in token))
    context.problems.push(missingAlt(token.href, span));
  const problem = useAsset(token.href, span, context);
  if (problem) return renderInlineProblem(problem, alt || token.href);
  const title = token.title ? html` title="${token.title}"` : null;
  return html`<img src="${encodeAddress(token.href)}" alt="${alt}"${title}>`.markup;
}

/** Notes that the slide shows a file of the project; reports one that is not there, and gives that problem. */
export function useAsset(href: string, span: Span, context: SlideContext): Problem | null {
  if (isExternal(href)) return null;
  const path = toAssetPath(href, context);
  if (readAsset(context, path)) {
    context.assets.push({ href, path, span });
    return null;
  }
  const names = context.talk.project.assetNames().map((name) => relativePath(context.file, name));
  const problem = missingPicture(href, names, span);
  context.problems.push(problem);
  return problem;
}

/** Notes that the slide links to a file of the project, if it is one. */
export function linkAsset(href: string, span: Span, context: SlideContext): void {
  if (isExternal(href)) return;
  const path = toAssetPath(href, context);
  if (readAsset(context, path)) context.assets.push({ href, path, span });
}

/** Writes an address so that it can stand in an attribute: spaces and the like become %20. */
export function encodeAddress(href: string): string {
  try {
    return encodeURI(href).replaceAll('%25', '%');
  } catch {
    return '';
  }
}

function toAssetPath(href: string, context: SlideContext): string {
  const address = href.replace(QUERY, '');
  try {
    return resolvePath(context.file, decodeURI(address));
  } catch {
    return resolvePath(context.file, address);
  }
}
