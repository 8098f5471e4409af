import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const PAGES = fileURLToPath(new URL('../.pages', import.meta.url));
/** The terminal prints addresses below "homepage", so the site is built for the path of it. */
const { homepage = 'https://localhost/' } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
const codes = () =>
  readdirSync(path.join(PAGES, 'problems')).map((file) => path.basename(file, '.md'));

function toAnchor(heading) {
  const words = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '');
  return words.trim().replaceAll(/\s/g, '-');
}

/** Braces of values are text, and no expressions of Vue. */
function keepBraces(md) {
  const escape = (text) => md.utils.escapeHtml(text).replaceAll('{{', '&#123;&#123;');
  md.renderer.rules.code_inline = (tokens, at) =>
    `<code v-pre>${escape(tokens[at].content)}</code>`;
  md.renderer.rules.text = (tokens, at) => escape(tokens[at].content);
}

/** Renders what the search finds of a page: of a problem its explanation, once, and not its examples. */
function renderForSearch(text, env, md) {
  const isCode = env.relativePath.startsWith('problems/');
  const end = isCode ? text.indexOf('\n## ') : -1;
  const found = env.relativePath === 'problems.md' ? text.replaceAll(SECTION_OF_CODE, '') : text;
  return md.render(end < 0 ? found : found.slice(0, end), env);
}

const SECTION_OF_CODE = /^### [a-z0-9-]+\n[^]*?(?=^#{1,3} |(?![^]))/gm;

export default {
  title: 'Rostrum',
  description: 'Talks made of slides, data and a date, so that they stay true.',
  base: `${new URL(homepage).pathname.replace(/\/$/, '')}/`,
  head: [
    ['link', { rel: 'icon', href: `${new URL(homepage).pathname.replace(/\/$/, '')}/icon.svg` }],
  ],
  srcDir: '.pages',
  outDir: 'dist',
  cacheDir: '.cache',
  cleanUrls: false,
  ignoreDeadLinks: [/localhost/],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // Forges make the same addresses of headings, so one link serves both.
    anchor: { slugify: toAnchor },
    languageAlias: { conf: 'nginx', svg: 'xml' },
    config: keepBraces,
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } },
  themeConfig: {
    logo: { src: '/wordmark.svg', alt: 'Rostrum' },
    siteTitle: false,
    search: { provider: 'local', options: { _render: renderForSearch } },
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/start' },
      { text: 'Concepts', link: '/concepts' },
      { text: 'Gallery', link: '/gallery' },
      { text: 'Cheat sheet', link: '/cheat-sheet' },
      { text: 'Problems', link: '/problems' },
    ],
    sidebar: [
      {
        text: 'Begin',
        items: [
          { text: 'A first talk', link: '/start' },
          { text: 'Concepts', link: '/concepts' },
          { text: 'Moving in', link: '/moving' },
          { text: 'Gallery', link: '/gallery' },
          { text: 'Gallery of slides', link: '/gallery-slides' },
          { text: 'Gallery of themes', link: '/gallery-themes' },
          { text: 'Cheat sheet', link: '/cheat-sheet' },
        ],
      },
      {
        text: 'Guides',
        items: [
          { text: 'Writing talks', link: '/writing' },
          { text: 'Pictures and code', link: '/writing#pictures' },
          { text: 'Your data', link: '/data' },
          { text: 'Connecting sources', link: '/connect' },
          { text: 'Live', link: '/data#live' },
          { text: 'Blocks', link: '/blocks' },
          { text: 'Your look', link: '/theming' },
          { text: 'Using slides again', link: '/reuse' },
          { text: 'Checking', link: '/checking' },
          { text: 'Presenting', link: '/presenting' },
          { text: 'A room that follows', link: '/follow' },
          { text: 'Handing in', link: '/export' },
          { text: 'Publishing', link: '/publishing' },
          { text: 'Talks about the kernel', link: '/kernel' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'Front matter', link: '/reference/front-matter' },
          { text: 'Blocks and their keys', link: '/reference/blocks' },
          { text: 'Data files', link: '/reference/data-files' },
          { text: 'Values and formats', link: '/reference/values' },
          { text: 'Command line', link: '/reference/command-line' },
          { text: 'Variables of themes', link: '/reference/theme-variables' },
          { text: 'API', link: '/api' },
          { text: 'API by example', link: '/api-examples' },
        ],
      },
      {
        text: 'Problems',
        collapsed: true,
        items: [
          { text: 'All problems', link: '/problems' },
          ...codes().map((code) => ({ text: code, link: `/problems/${code}` })),
        ],
      },
      {
        text: 'Behind it',
        collapsed: true,
        items: [
          { text: 'Architecture', link: '/architecture' },
          { text: 'Performance', link: '/performance' },
          { text: 'Robustness', link: '/robustness' },
          { text: 'Dependencies', link: '/dependencies' },
          { text: 'Upstream', link: '/upstream' },
        ],
      },
    ],
    docFooter: { prev: 'Before', next: 'Next' },
  },
};
