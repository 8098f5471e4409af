import { readFileSync, writeFileSync } from 'node:fs';
import hljs from 'highlight.js';
import { Marked } from 'marked';

const [, , deck, page] = process.argv;

const STYLE = `@page { size: 1280px 720px; margin: 0 }
body { margin: 0; font: 28px/1.4 sans-serif }
section { box-sizing: border-box; width: 1280px; height: 720px; padding: 40px; overflow: hidden; break-after: page }
pre { font-size: 20px }`;

const marked = new Marked({
  renderer: {
    code({ text, lang = '' }) {
      const language = hljs.getLanguage(lang) ? lang : 'plaintext';
      return `<pre><code>${hljs.highlight(text, { language }).value}</code></pre>`;
    },
  },
});

const slides = readFileSync(deck, 'utf8').split(/\n---\n/);
const sections = slides.map(
  (slide) => `<section>${marked.parse(slide.split(/\nNote:/)[0])}</section>`,
);
writeFileSync(
  page,
  `<!doctype html><html lang="en"><title>Floor</title><style>${STYLE}</style>${sections.join('\n')}`,
);
