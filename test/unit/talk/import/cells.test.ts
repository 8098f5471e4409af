import { expect, test } from 'vitest';
import { importText, reportOf, slidesOf as writtenOf } from '../../../support/import.ts';

/** The slides with one blank line between blocks. */
const slidesOf = (deck: Parameters<typeof writtenOf>[0]): string =>
  writtenOf(deck).replaceAll(/\n{3,}/g, '\n\n');
const CELL = '```{r}\n#| echo: true\nsummary(tide)\n```\n';
const HEAD = '---\ntitle: Tides\nformat: revealjs\n---\n\n';

const frozen = (markdown: string): Record<string, string> => ({
  '_freeze/deck/execute-results/html.json': JSON.stringify({ result: { markdown } }),
});
const FRAME =
  '::: {.cell}\n\n```{.r .cell-code}\nsummary(tide)\n```\n\n::: {.cell-output .cell-output-stdout}\n\n```\nhigh 4.2\n```\n\n\n:::\n:::\n';

test('cells show what Quarto keeps of their last run', () => {
  const deck = importText(
    'quarto',
    `${HEAD}## A\n\nAbove.\n\n${CELL}\nBelow.\n`,
    frozen(`${HEAD}## A\n\nAbove.\n\n${FRAME}\nBelow.\n`),
  );
  expect(slidesOf(deck)).toContain(
    'Above.\n\n```r\nsummary(tide)\n```\n\n```\nhigh 4.2\n```\n\nBelow.',
  );
  expect(reportOf(deck).at(-1)).toMatch(
    /^10:1 translated: .*summary.* -> what it gave when the deck was made last$/,
  );
});

test('without a run the place of the output is named', () => {
  const hidden = '```{python}\n#| label: fig-spring-tide\ntide.plot()\n```\n';
  const deck = importText('quarto', `${HEAD}## A\n\n${hidden}`);
  expect(slidesOf(deck)).toContain(
    '<div class="left-out">Output of Python code: spring tide</div>',
  );
  expect(reportOf(deck).at(-1)).toContain('manual');
});

test('the run of another deck gives nothing', () => {
  const deck = importText(
    'quarto',
    `${HEAD}## A\n\nAbove.\n\n${CELL}\nBelow.\n`,
    frozen(`${HEAD}## B\n\nOther words.\n\n${FRAME}\nMore of them.\n`),
  );
  expect(slidesOf(deck)).not.toContain('high 4.2');
  expect(reportOf(deck).at(-1)).toContain('Code of a deck is not run');
});

test('adjacent cells have their own outputs, and one without any is blank', () => {
  const cells = `\`\`\`{r}\ntide <- 4\n\`\`\`\n\n${CELL}`;
  const deck = importText(
    'quarto',
    `${HEAD}## A\n\n${cells}\nBelow.\n`,
    frozen(`${HEAD}## A\n\n::: {.cell}\n\n:::\n\n${FRAME}\nBelow.\n`),
  );
  expect(slidesOf(deck)).toContain(
    '## A\n\n```r\nsummary(tide)\n```\n\n```\nhigh 4.2\n```\n\nBelow.',
  );
});

test('code in words is what it gave', () => {
  const deck = importText(
    'quarto',
    `${HEAD}## A\n\nOf \`r nrow(ships)\` ships, \`{python} late\` are late.\n\nBelow.\n`,
    frozen(`${HEAD}## A\n\nOf 12 ships, **three** are late.\n\nBelow.\n`),
  );
  expect(slidesOf(deck)).toContain('Of 12 ships, **three** are late.');
});

test('the page that Quarto made has outputs too, below the same headings', () => {
  const page = `<html><body><div class="reveal"><div class="slides">
<section class="slide"><h2>First <strong>tide</strong></h2>
<div class="cell"><div class="sourceCode cell-code" id="cb1"><pre class="sourceCode r"><code class="sourceCode r"><span><a href="#"></a>summary(tide)</span></code></pre></div>
<div class="cell-output cell-output-stdout"><pre><code>high &lt; 4.2</code></pre></div></div></section>
<section class="slide"><h2>Second</h2>
<div class="cell"><div class="cell-output-display"><figure><p><img data-src="deck_files/figure-revealjs/ebb-1.png" width="960"></p><figcaption>Ebb</figcaption></figure></div></div>
<div class="cell"><div class="cell-output-display"><table class="x"><tbody>
<tr><td>4 &lt; 5</td></tr></tbody></table></div></div>
</section></div></div></body></html>`;
  const files = { 'deck.html': page, 'deck_files/figure-revealjs/ebb-1.png': '' };
  const deck = importText(
    'quarto',
    `${HEAD}## First **tide** {.x}\n\n${CELL}\n## Second\n\n\`\`\`{r}\nplot(ebb)\n\`\`\`\n\n\`\`\`{r}\nkable(x)\n\`\`\`\n`,
    files,
  );
  const slides = slidesOf(deck);
  expect(slides).toContain('```r\nsummary(tide)\n```\n\n```\nhigh < 4.2\n```');
  expect(slides).toContain('](/assets/harbours/deck_files/figure-revealjs/ebb-1.png "Ebb")');
  expect(slides).toContain('<td>4 &lt; 5</td>');
  expect(slides).not.toContain('left-out');
});

test('a page with other cells gives none', () => {
  const page =
    '<div class="slides"><section><h2>A</h2><div class="cell">x</div><div class="cell">y</div></section></div>';
  const deck = importText('quarto', `${HEAD}## A\n\n${CELL}`, {
    'deck.html': `<div class="reveal">${page}</div>`,
  });
  expect(reportOf(deck).at(-1)).toContain('Code of a deck is not run');
});

test('the page of xaringan has what its cells gave', () => {
  const text =
    '---\ntitle: Tides\noutput:\n  xaringan::moon_reader: default\n---\n\n# A\n\n```{r}\ntide\n```\n\nOf `r n` ships, $x < 1$.\n\n---\n\n# B\n';
  const page =
    '<textarea id="source">\nclass: title-slide\n\n# Tides\n\n---\n\n# A\n\n\n```r\ntide\n```\n\n```\n## [1] 4\n```\n\nOf 12 ships, `\\(x &lt; 1\\)`.\n\n---\n\n# B\n</textarea>';
  const deck = importText('remark', text, { 'deck.html': page });
  expect(slidesOf(deck)).toContain(
    '```r\ntide\n```\n\n```\n## [1] 4\n```\n\nOf 12 ships, $x < 1$.',
  );
});

test('what a script draws has a labelled place', () => {
  const widget =
    '::: {.cell}\n::: {.cell-output-display}\n```{=html}\n<div class="leaflet html-widget" id="w"></div>\n<script type="application/json">{"x": 1}</script>\n```\n:::\n:::\n';
  const deck = importText(
    'quarto',
    `${HEAD}## A\n\n\`\`\`{r}\nleaflet()\n\`\`\`\n\nBelow.\n`,
    frozen(`${HEAD}## A\n\n${widget}\nBelow.\n`),
  );
  expect(slidesOf(deck)).toContain('<div class="left-out">Interactive drawing</div>');
  expect(slidesOf(deck)).not.toContain('script');
  expect(reportOf(deck).join('\n')).toContain('manual: ```{=html}');
});

test('the pictures of a cell have a caption each, and are in one row where its layout says so', () => {
  const files = {
    'deck_files/figure-revealjs/a-1.png': '',
    'deck_files/figure-revealjs/a-2.png': '',
  };
  const options = '#| label: a\n#| layout-ncol: 2\n#| fig-cap:\n#|   - "Ebb\'s end"\n#|   - Flood';
  const deck = importText(
    'quarto',
    `${HEAD}## A\n\n\`\`\`{r}\n${options}\nplot(x)\n\`\`\`\n`,
    files,
  );
  expect(slidesOf(deck)).toContain('a-1.png "Ebb\'s end")\n![Flood](');
});

test.each([
  ['{r ebb, echo=TRUE, fig.cap="A, \'b\' (c)"}', "A, 'b' (c)"],
  ['{r, fig.cap = paste("x", y), echo = TRUE}', "paste('x', y)"],
  ['{r ebb echo=TRUE fig.cap="one"}', 'one'],
])('the options in the braces of %s are those of knitr', (braces, caption) => {
  const files = {
    'deck_files/figure-revealjs/ebb-1.png': '',
    'deck_files/figure-revealjs/unnamed-chunk-1-1.png': '',
  };
  const deck = importText('quarto', `${HEAD}## A\n\n\`\`\`${braces}\nplot(x)\n\`\`\`\n`, files);
  expect(slidesOf(deck)).toContain(`"${caption}")`);
  expect(slidesOf(deck)).toContain('```r\nplot(x)');
});

test('a picture in a link is no figure', () => {
  const deck = importText(
    'pandoc',
    '% A\n\n# B\n\n[![logo](a.png)](https://e.org) words\n\n![alone](b.png)\n',
  );
  expect(slidesOf(deck)).toContain('[![logo](');
  expect(slidesOf(deck)).not.toContain('"logo"');
  expect(slidesOf(deck)).toContain('"alone"');
});

test('what a cell gives has its place beside its code, or one step later', () => {
  const deck = (place: string, around = '') =>
    importText(
      'quarto',
      `## A\n\n${around}\`\`\`{r}\n#| output-location: ${place}\n#| echo: true\nplot(x)\n\`\`\`\n`,
    );
  const box = '<div class="left-out">Output of R code</div>';
  expect(slidesOf(deck('column'))).toContain(
    `::: columns\n\n::: column\n\n\`\`\`r\nplot(x)\n\`\`\`\n\n:::\n\n::: column\n\n${box}\n\n:::\n\n:::`,
  );
  expect(slidesOf(deck('column-fragment'))).toContain(`::: column\n\n<!-- pause -->\n\n${box}`);
  expect(slidesOf(deck('fragment'))).toContain(`\`\`\`\n\n<!-- pause -->\n\n${box}`);
  expect(reportOf(deck('slide')).join('\n')).toContain('approximated: ```{r}');
  expect(slidesOf(deck('column', '- item\n\n  '))).not.toContain('columns');
  expect(slidesOf(deck('default'))).toContain(`plot(x)\n\`\`\`\n\n${box}`);
});

test('cells that print nothing have no labelled place', () => {
  const written = (language: string, code: string): string =>
    slidesOf(importText('quarto', `## A\n\n\`\`\`{${language}}\n#| echo: true\n${code}\n\`\`\`\n`));
  expect(written('python', 'def ebb(x):\n    return x')).not.toContain('left-out');
  expect(written('python', 'def ebb(x):\n    return x\nebb(1)')).toContain('left-out');
  expect(written('r', 'theme_set(theme_bw())')).not.toContain('left-out');
  expect(written('r', 'summary(x)')).toContain('left-out');
});

test('cells that give the page of xaringan tools are on no slide', () => {
  const deck = (code: string) =>
    importText('quarto', `## A\n\n\`\`\`{r, echo=FALSE}\n${code}\n\`\`\`\n`);
  expect(slidesOf(deck('library(x)\nxaringanExtra::use_tile_view()\nuse_webcam()'))).not.toContain(
    'left-out',
  );
  const logo = deck('xaringanExtra::use_logo(\n  image_url = "a.png"\n)');
  expect(slidesOf(logo)).not.toContain('left-out');
  expect(reportOf(logo).join('\n')).toContain('Name its picture with "logo" in the talk.');
  expect(slidesOf(deck('use_tile_view()\nplot(x)'))).toContain('left-out');
});
