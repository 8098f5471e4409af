import { html, rawHtml, type Html } from '../../talk/html/html.ts';
import { renderOptionalStyles } from './optional-styles.ts';
import { renderPolicy, type PolicyNeeds } from './policy.ts';

/** What a document loads; addresses are relative to it or absolute. */
export interface DocumentLinks {
  icon: string;
  styles: readonly string[];
  /** Modules that run, in order. */
  scripts: readonly string[];
  /** Modules that those will import. */
  preloads: readonly string[];
  /** Faces that are seen at once; defaults to none. */
  fonts?: readonly string[];
}

/** The content of a document's head and body. */
export interface DocumentParts {
  title: string;
  description: string | null;
  language: string;
  theme: string;
  /** Whether it is dark unless a viewer chooses otherwise; defaults to no. */
  isDark?: boolean;
  /** Height of its slides; defaults to 720. */
  slideHeight?: number;
  /** Whether slides may come to it while it is open, with styles that it has not needed before; defaults to whether it is a page of the dev server. */
  mayChange?: boolean;
  links: DocumentLinks;
  /** What it may load and run beside files of its own origin; defaults to nothing. */
  policy?: PolicyNeeds;
  /** What its head holds before everything that is loaded; defaults to nothing. */
  head?: Html;
  body: Html;
}

const USUAL_HEIGHT = 720;

/** Renders the rules of slides of another height; the size of pages knows no layers, so they stand behind all others. */
function renderShape(height: number): Html {
  const layers = 'reveal, tokens, base, blocks, views, theme';
  return html`<style>@layer ${layers};@layer tokens{:root:root{--slide-height:${height}px;--slide-shape:${(1280 / height).toFixed(4)}}}@page{size:1280px ${height}px;margin:0}</style>\n`;
}

/** Writes an HTML document. */
export function renderDocument(parts: DocumentParts): string {
  const { title, description, language, theme, links, policy = {}, head, body } = parts;
  const height = parts.slideHeight ?? USUAL_HEIGHT;
  const isUsual = height === USUAL_HEIGHT;
  const shape = isUsual ? null : html` data-height="${height}"`;
  const mode = parts.isDark ? html` data-own="dark" data-mode="dark"` : null;
  const optional = renderOptionalStyles(
    body.markup,
    theme,
    parts.mayChange ?? policy.isDev ?? false,
  );
  const { markup } = html`<!doctype html>
<html lang="${language}" data-theme="${theme}"${mode}${shape}>
<head>
<meta charset="utf-8">
${renderPolicy(policy)}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}${description === null ? null : html`<meta name="description" content="${description}">\n`}<link rel="icon" href="${links.icon}">
${optional}${(links.fonts ?? []).map((url) => html`<link rel="preload" as="font" type="font/woff2" href="${url}" crossorigin>\n`)}${links.styles.map((url) => html`<link rel="stylesheet" href="${url}">\n`)}${isUsual ? null : renderShape(height)}${links.preloads.map((url) => html`<link rel="modulepreload" href="${url}">\n`)}${links.scripts.map((url) => html`<script type="module" src="${url}"></script>\n`)}</head>
<body>
${body}
</body>
</html>
`;
  return markup;
}

/** Writes an inline script; its text must be among the scripts of the page's policy. */
export function renderScript(text: string, type: '' | 'module' = ''): Html {
  const kind = type === '' ? null : html` type="${type}"`;
  return html`<script${kind}>${rawHtml(text)}</script>`;
}

/** Writes a value as JSON that cannot end its script element. */
export function renderJson(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="${id}">${rawHtml(json)}</script>`;
}
