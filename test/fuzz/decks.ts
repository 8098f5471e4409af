import { DIALECTS, type Dialect } from '../../src/talk/model/import/imported-deck.ts';
import { breakText } from './data.ts';
import type { Random } from './random.ts';
import { anyValue } from './values.ts';
import { writeYaml } from './yaml.ts';

/** A deck of another program. */
export interface ForeignDeck {
  dialect: Dialect;
  text: string;
}

/** Makes a part of a slide; each call of `word` gives a word that nothing else in the deck has. */
type Part = (word: () => string, inner: () => string) => string;

const COMMON: readonly Part[] = [
  (word) => `${word()} *${word()}* **${word()}** ~~${word()}~~ \`${word()}\` ${word()}`,
  (word) => `[${word()}](https://a.example/x) ![${word()}](img/none.png) <b>${word()}</b>`,
  (word) => `- ${word()}\n- ${word()}\n  - ${word()}\n\n    ${word()}\n- ${word()}`,
  (word) => `3. ${word()}\n4. ${word()}\n\n   ${word()}`,
  (word, inner) => `> ${inner().replaceAll('\n', '\n> ')}\n>\n> -- ${word()}`,
  (word) => `| ${word()} | ${word()} |\n|:--|--:|\n| ${word()} | ${word()} |`,
  (word) => `\`\`\`c {1|2}\n${word()}\n\t${word()}\n\`\`\``,
  (word) => `\`\`\`\n${word()}\n\n${word()}\n\`\`\``,
  (word, inner) => `<div class="a">\n\n${inner()}\n\n</div>\n\n${word()}`,
  (word) => `<div align="center"><p>${word()}</p><ul><li>${word()}</li></ul></div>`,
  (word) => `<center>${word()}<br>${word()}</center>`,
  (word, inner) => `<details>\n<summary>${word()}</summary>\n\n${inner()}\n\n</details>`,
  (word) => `<table><tr><th>${word()}</th></tr><tr><td>${word()}</td></tr></table>`,
  (word) => `<span style="color: red">${word()}</span> <kbd>${word()}</kbd>`,
  (word) => `<p class="fragment">${word()}</p>\n<h3>${word()}</h3>`,
  (word) => `$${word()}$ and\n\n$$\n${word()} = ${word()}\n$$`,
  (word) => `### ${word()}\n\n${word()}\n${word()}`,
  (word) => `${word()}[^n]\n\n[^n]: ${word()}`,
  (word) => `[${word()}][r]\n\n[r]: https://a.example "${word()}"`,
  (word) => `- [ ] ${word()}\n- [x] ${word()}`,
  (word) => `${word()}\n: ${word()}`,
  (word) => `![${word()}](a.png "${word()}")`,
  (word) => `<figure><img src="a.png" alt="${word()}"><figcaption>${word()}</figcaption></figure>`,
  (word) => `<svg viewBox="0 0 9 9"><text>${word()}</text></svg>`,
  (word) => `    ${word()}\n    ${word()}`,
];

const OWN: Readonly<Record<Dialect, readonly Part[]>> = {
  slidev: [
    (word) => `<v-click>${word()}</v-click>`,
    (word, inner) => `<v-clicks depth="2">\n\n${inner()}\n\n</v-clicks>\n\n${word()}`,
    (word, inner) =>
      `<div v-click="2" class="grid grid-cols-2">\n\n${inner()}\n\n</div>\n${word()}`,
    (word) => `::right::\n\n${word()}`,
    (word) => `<template #side>\n\n${word()}\n\n</template>`,
    (word) => `<Counter :count="10" m="t-4">${word()}</Counter>`,
    (word) => `<Link to="2">${word()}</Link> <Transform :scale="0.5">${word()}</Transform>`,
    (word) =>
      `\`\`\`\`md magic-move\n\`\`\`js\n${word()}\n\`\`\`\n\`\`\`js\n${word()}\n\`\`\`\n\`\`\`\``,
    (word) => `<arrow v-click x1="1" y1="2" x2="3" y2="4" />\n<p v-after>${word()}</p>`,
    (word) =>
      `<v-switch><template #1>${word()}</template><template #2>${word()}</template></v-switch>`,
    (word) => `<!--\n${word()}\n-->`,
  ],
  marp: [
    (word) => `![bg right:40%](a.png)\n\n${word()}`,
    (word) => `![w:300 h:200](a.png) ${word()}`,
    (word) => `## <!-- fit --> ${word()}`,
    (word) => `<!-- _class: lead -->\n<!-- _backgroundColor: #123 -->\n\n${word()}`,
    (word) => `<!-- ${word()} -->`,
    (word) => `* ${word()}\n* ${word()}`,
    (word) => `<style scoped>\nsection { color: red; }\n</style>\n\n${word()}`,
  ],
  reveal: [
    (word) => `Note: ${word()}\n\n${word()}`,
    (word) => `<!-- .slide: data-background="#123" class="a" -->\n${word()}`,
    (word) => `${word()} <!-- .element: class="fragment" -->`,
    (word) => `<aside class="notes">${word()}</aside>`,
    (word) => `<div class="r-stack"><p>${word()}</p><p class="fragment">${word()}</p></div>`,
    (word) => `<div class="r-fit-text">${word()}</div>`,
  ],
  quarto: [
    (word) => `::: {.callout-note title="${word()}"}\n${word()}\n:::`,
    (word) => `::: {.panel-tabset}\n### ${word()}\n\n${word()}\n\n### ${word()}\n\n${word()}\n:::`,
    (word) => `\`\`\`{python}\n#| echo: true\n#| fig-cap: "${word()}"\n${word()}\n\`\`\``,
    (word) => `![${word()}](a.png){.absolute top=20 left=30 width="200"}`,
    (word) => `::: {.r-fit-text}\n${word()}\n:::`,
    (word) => `::: aside\n${word()}\n:::`,
    (word) => `{{< video a.mp4 >}}\n\n${word()}`,
    (word) => `::: {.fragment .fade-in}\n${word()}\n:::`,
  ],
  pandoc: [
    (word) => `::: notes\n${word()}\n\n${word()}\n:::`,
    (word, inner) =>
      `:::: {.columns}\n::: {.column width="40%"}\n${inner()}\n:::\n::: {.column}\n${word()}\n:::\n::::`,
    (word) => `${word()}\n\n. . .\n\n${word()}`,
    (word) => `[${word()}]{.smallcaps} [${word()}]{style="color: red"} ${word()}^[${word()}]`,
    (word, inner) => `::: {.box #id-${word()}}\n${inner()}\n:::`,
    (word) => `| ${word()}\n|   ${word()}`,
    (word) => `\\textbf{${word()}} \\alert{${word()}}`,
    (word) => `\\begin{block}{${word()}}\n${word()}\n\\end{block}`,
    (word) =>
      `+-----+-----+\n| ${word()} | ${word()} |\n+=====+=====+\n| ${word()} | b |\n+-----+-----+`,
    (word) =>
      `  ${word()}  ${word()}\n  ------- -------\n  ${word()}  ${word()}\n\nTable: ${word()}`,
    (word) => `\`\`\`{=html}\n<p>${word()}</p>\n\`\`\``,
    (word) => `(@) ${word()}\n(@) ${word()}`,
    (word) => `- ${word()}\n- ${word()}\n{.incremental}`,
  ],
  remark: [
    (word) => `???\n${word()}\n\n${word()}`,
    (word) => `--\n\n${word()}`,
    (word) => `.left-column[\n${word()}\n]\n.right-column[\n${word()}\n]`,
    (word) => `.footnote[${word()}] .red[**${word()}**]`,
    (word) => `.center[![${word()}](a.png)]`,
  ],
  deckset: [
    (word) => `^ ${word()}\n\n${word()}`,
    (word) => `[.column]\n\n${word()}\n\n[.column]\n\n${word()}`,
    (word) => `# [fit] ${word()}`,
    (word) => `![left fit](a.jpg)\n\n${word()}`,
    (word) => `[.build-lists: true]\n\n- ${word()}\n- ${word()}`,
  ],
  markdown: [(word) => `Note: ${word()}`, (word) => `***\n\n${word()}`],
};
const CUTS: Readonly<Record<Dialect, readonly string[]>> = {
  slidev: [
    '---',
    '---\nlayout: two-cols\nclass: a b\n---',
    '---\nlayout: image-right\nimage: a.png\n---',
  ],
  marp: ['---', '***'],
  reveal: ['---', '--', '----'],
  quarto: ['---', '## next {.center background-color="#123"}', '# part'],
  pandoc: ['---', '## next {.allowframebreaks}', '# part'],
  remark: [
    '---',
    '---\nclass: center, middle\nname: a',
    '---\ntemplate: a',
    '---\nlayout: true\n\n.left[a]\n\n---',
  ],
  deckset: ['---'],
  markdown: ['---'],
};
const KEYS =
  'title subtitle author date theme class layout background size aspectratio aspectRatio paginate header footer style headingDivider slide-level format output css logo fonts info drawings toString';

/** Makes a deck of a program: front matter now and then, slides with parts of its dialect, a few of them broken. */
export function makeDeck(random: Random): ForeignDeck {
  const dialect = random.pick(DIALECTS);
  let count = 0;
  const word = (): string => `zq${count++}q`;
  const parts = [
    ...COMMON,
    ...OWN[dialect],
    ...OWN[dialect],
    ...(dialect === 'quarto' ? OWN.pandoc : []),
  ];
  const part = (depth: number): string =>
    random.pick(parts)(word, () => (depth > 0 ? part(depth - 1) : word()));
  const slide = (): string =>
    [`${random.pick(['#', '##'])} ${word()}`, ...random.many(4, () => part(2))].join('\n\n');
  const slides = [slide(), ...random.many(3, () => `${random.pick(CUTS[dialect])}\n\n${slide()}`)];
  const head = random.chance(0.4) ? `---\n${makeHead(random)}\n---\n\n` : '';
  const text = `${head}${slides.join('\n\n')}\n`;
  return { dialect, text: random.chance(0.1) ? breakText(random, text) : text };
}

function makeHead(random: Random): string {
  const lines = random.many(3, () => {
    const value = random.pick(['a text', 'true', '4:3', '2024-09-18', '{ a: 1 }', '[a, b]']);
    const odd = random.chance(0.3) ? writeYaml(random, anyValue(random), '  ') : value;
    return `${random.pick(KEYS.split(' '))}: ${odd}`;
  });
  return lines.join('\n') || 'title: T';
}
