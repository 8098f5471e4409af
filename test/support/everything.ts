/** What one slide of the talk that uses everything must show. */
export interface Construct {
  /** Id of the slide. */
  slide: string;
  /** Words on the slide, on every surface that has text. */
  words?: readonly string[];
  /** Elements on every surface that is a page, with a computed style where one shows that the construct has its effect. */
  parts?: readonly Part[];
}

/** An element of a slide, and the computed style that it must have. */
export interface Part {
  /** A selector below the slide's section; empty for the section itself. */
  find: string;
  /** A CSS property, and what its computed value must match. */
  style?: readonly [property: string, value: string];
  /** The part's number of elements; defaults to at least one. */
  count?: number;
}

const part = (find: string, property?: string, value = ''): Part => ({
  find,
  ...(property && { style: [property, value] as const }),
});

/** Lists every construct that the documentation names, by the slide that uses it. */
export const CONSTRUCTS: readonly Construct[] = [
  {
    slide: 'cover',
    words: [
      'Everything talk',
      'Each construct once',
      'Bo Brandt',
      'Harbour Works',
      'bo@town.example',
      'Harbour Days 2024',
      'Pier One',
      '18 September 2024',
    ],
    parts: [part('a[href="mailto:bo@town.example"]')],
  },
  {
    slide: 'edges',
    words: ['Own words at the head', 'Own words at the foot, 2024'],
    parts: [part('.slide-band .band-logo'), part('.folio-number')],
  },
  {
    slide: 'no-edges',
    words: ['Neither head nor foot'],
    parts: [{ find: '', count: 1 }],
  },
  {
    slide: 'section',
    words: ['Layouts'],
    parts: [part('', 'background-color', 'rgb\\((?:16\\d|138)')],
  },
  {
    slide: 'center',
    words: ['A short line in the middle.'],
    parts: [part('p', 'text-align', 'center')],
  },
  {
    slide: 'two-columns',
    words: ['Words of the left column.', 'Words of the right column.'],
    parts: [part('.columns', 'display', 'grid|flex'), { find: '.column', count: 2 }],
  },
  {
    slide: 'statement',
    words: ['One sentence stands alone.'],
    parts: [part('.slide-title', 'font-size', '84px|36px')],
  },
  { slide: 'quote', words: ['A bridge says one thing.', 'Ada Abara'], parts: [part('blockquote')] },
  {
    slide: 'figure-layout',
    words: ['A figure layout'],
    parts: [part('img[alt="A boat in a harbour"]')],
  },
  {
    slide: 'class',
    words: ['Ink of a class.'],
    parts: [part('p', 'color', 'rgb\\(244, 255, 248\\)')],
  },
  {
    slide: 'incremental',
    words: ['point the first', 'point the second', 'point within'],
    parts: [{ find: 'li li', count: 1 }],
  },
  { slide: 'time', words: ['Ninety seconds of words.'] },
  { slide: 'shared-plain', words: ['A shared slide renamed', 'Taken from the library.'] },
  { slide: 'shared-steps', words: ['all at once one', 'all at once two'] },
  { slide: 'pause', words: ['Said before the pause.', 'Said after the pause.'] },
  {
    slide: 'element',
    words: ['later point', 'marked word', 'A block of words.', 'Where to read on'],
    parts: [
      part('em.marked-word', 'text-decoration-style', 'wavy'),
      part('p.marked-word', 'text-decoration-style', 'wavy'),
      part('p.refs', 'font-size', '1[4-9]px|2\\dpx'),
    ],
  },
  {
    slide: 'code',
    words: ['harbour/boat.rs', 'pub const WAIT: u64 = 30;', 'pub struct Boat'],
    parts: [part('.hljs-keyword'), part('.hljs-comment'), part('.line')],
  },
  {
    slide: 'code-file',
    words: ['pub boat: Option<Boat>,', 'assets/harbour.rs, lines 4\u20138'],
    parts: [
      { find: '.code .line', count: 5 },
      part('.code-title'),
      part('.line[data-line="7"] .hljs-type, .line[data-line="7"] .hljs-keyword'),
    ],
  },
  {
    slide: 'code-commit',
    words: [
      'return !test_and_set(&berth->taken);',
      'src/quay.c, lines 12\u201315, harbour v1.2 of 15 August 2024',
    ],
    parts: [
      { find: '.code .line', count: 4 },
      part('a[href^="https://codeberg.org/town/harbour/src/commit/8b2d6e91f4"][href$="#L12-L15"]'),
    ],
  },
  {
    slide: 'code-compared',
    words: [
      '-int berth_take(struct berth *berth)',
      '+bool berth_take(struct berth *berth)',
      'harbour v1.1 to v1.2 of 15 August 2024',
    ],
    parts: [
      { find: '.code .line', count: 6 },
      { find: '.hljs-addition', count: 2 },
      { find: '.hljs-deletion', count: 2 },
      part('a[href*="/compare/1f0c7a25b3"]'),
    ],
  },
  {
    slide: 'code-values',
    words: ['riders = ~3900', 'braces = {{ stay }}', 'int old;', 'int new;'],
    parts: [part('.hljs-addition'), part('.hljs-deletion')],
  },
  {
    slide: 'code-camera',
    words: ['queue.rs', 'let item_2 = pop(2);', 'let item_31 = pop(31);'],
    parts: [
      part('rostrum-camera .line[data-line="31"] .hljs-keyword'),
      { find: 'rostrum-camera .elision', count: 3 },
    ],
  },
  {
    slide: 'code-versions',
    words: ['berth.rs', 'let berth = Berth::take()?;', 'assets/harbour.rs, lines 4\u20138'],
    parts: [{ find: '.version', count: 4 }, part('.version:last-of-type .hljs-keyword')],
  },
  {
    slide: 'glide',
    words: ['Code that moves', 'The heading has come from the slide before.'],
    parts: [part('rostrum-glide', 'display', 'none')],
  },
  {
    slide: 'values',
    words: [
      'newest ~3900',
      'year ago 2600',
      'of September 2024',
      'from Harbour Town',
      'growth ~+50%',
      'change ~1300',
      'rows 4',
      'by key 800',
      'last New Bridge',
      'path 1.78.0',
      'event Harbour Days 2024',
      'share 41.5%',
      'compact 1.2M',
      'long 1 234 567',
      'date 10 January 2024',
      'month January 2024',
      'year 2024',
      'text 1.8.0',
      'braces {{ stay }}',
    ],
  },
  {
    slide: 'containers',
    words: [
      'Text of column one.',
      'Text of column two.',
      'https://town.example/window',
      'Text in a browser.',
      'Quay terminal',
      'boat --list',
    ],
    parts: [part('.browser'), part('.terminal'), part('.columns', 'display', 'grid|flex')],
  },
  {
    slide: 'html',
    words: ['Coloured by', 'Ctrl', 'numbered four', 'numbered nine'],
    parts: [
      part('p', 'letter-spacing', '3px'),
      part('kbd'),
      part('ol[start="4"]'),
      part('li[value="9"]'),
      part('svg rect', 'fill', 'url\\('),
    ],
  },
  {
    slide: 'text',
    words: [
      'emphasis',
      'strong words',
      'struck words',
      'code words',
      'https://town.example/auto',
      'H&O',
    ],
    parts: [
      part('em', 'font-style', 'italic'),
      part('strong', 'font-weight', '600|700'),
      part('del', 'text-decoration-line', 'line-through'),
      part('p code', 'font-family', 'Mono'),
      part('a[href="https://town.example/named"][title="A title"]'),
      part('a[href="#values"], a[href="#/values"]'),
      part('br'),
      part('hr'),
      part('h3'),
      part('blockquote'),
    ],
  },
  {
    slide: 'lists',
    words: ['bullet deep', 'numbered three', 'numbered five', 'task open', 'task done'],
    parts: [{ find: 'ol', count: 2 }, part('li li li')],
  },
  {
    slide: 'markdown-table',
    words: ['left head', 'centre cell', 'right cell', '2600'],
    parts: [
      part('td:nth-child(1)', 'text-align', 'left|start'),
      part('td:nth-child(2)', 'text-align', 'center'),
      part('td:nth-child(3)', 'text-align', 'right|end'),
      part('th:nth-child(3)', 'text-align', 'right|end'),
    ],
  },
  { slide: 'picture', words: ['A picture'], parts: [part('img[alt="A boat beside the quay"]')] },
  {
    slide: 'picture-caption',
    words: ['Caption of the boat'],
    parts: [part('.captioned > img[alt="A boat with a name"] + .caption')],
  },
  {
    slide: 'picture-sizes',
    parts: [
      part('img[alt="A high boat"]', 'object-position', '100% 50%'),
      part('img[alt="A boat cut to a strip"]', 'object-fit', 'cover'),
    ],
  },
  {
    slide: 'picture-grid',
    words: ['Caption one', 'Caption two', 'Caption three', 'Caption four'],
    parts: [part('.pictures', 'display', 'grid'), { find: '.captioned > img', count: 4 }],
  },
  {
    slide: 'picture-whole',
    words: ['A picture to all edges', 'Caption on the picture'],
    parts: [
      part('.bleed img[alt]', 'object-position', '50% 0%'),
      part('', '--scrim', '#000000d6|rgb\\(0 0 0 / 84%\\)'),
    ],
  },
  {
    slide: 'picture-left',
    words: ['words beside the picture'],
    parts: [part('.bleed img[alt="A boat at the left"]'), part('', '--side', '448px')],
  },
  {
    slide: 'picture-right',
    words: ['more words beside it', 'Caption at the right of ~3900 riders'],
    parts: [part('.bleed img[alt="A boat at the right"]', 'object-fit', 'contain')],
  },
  {
    slide: 'film',
    words: ['boat.webm', 'Caption of the film'],
    parts: [
      part('video[data-autoplay][aria-label="A boat that comes in"][poster]'),
      part('.media-still img[alt="A boat that comes in"]'),
    ],
  },
  {
    slide: 'framed-page',
    words: ['https://town.example/timetable'],
    parts: [part('iframe[title="Timetable"][loading="lazy"] + .frame-still')],
  },
  {
    slide: 'sound',
    words: ['horn.wav'],
    parts: [part('audio[data-autoplay][aria-label="A horn in the fog"]')],
  },
  {
    slide: 'shortcodes',
    words: ['Rights ©', 'At 10:30:45 :nosuchname: stays'],
    parts: [part('svg.icon[aria-label="Linux"]', 'fill', 'rgb\\(')],
  },
  {
    slide: 'qr-code',
    words: ['Scan the harbour', 'town.example/talk?of=Harbour'],
    parts: [
      part(
        'a.qr[href="https://town.example/talk?of=Harbour%20Days%202024"] img[alt^="Timetable"]',
        'object-fit',
        'contain',
      ),
    ],
  },
  { slide: 'ground-colour', words: ['Light ink on a dark ground.'] },
  { slide: 'ground-gradient', words: ['Dark ink on a light ground.'] },
  { slide: 'ground-picture', words: ['Ground in a picture'] },
  { slide: 'chart-line', words: ['Line by line', '~3.9k', 'walkers'] },
  { slide: 'chart-area', words: ['2100', '3900'] },
  { slide: 'chart-bar', words: ['North Bridge', 'Mill Bridge', '1200'] },
  { slide: 'chart-column', words: ['2100', '3900'] },
  { slide: 'chart-dot', words: ['South Bridge', '2400'] },
  { slide: 'chart-slope', words: ['2100', '3900'] },
  { slide: 'chart-stacked', words: ['South Bridge', '310'] },
  { slide: 'chart-notes', words: ['seats of the bus', 'new timetable', 'market day'] },
  { slide: 'chart-scatter', words: ['North Bridge', 'lorries', 'east', '310'] },
  { slide: 'chart-range', words: ['Mill Bridge', '30', '800'] },
  { slide: 'chart-percent', words: ['93%', '11%', 'lorries'] },
  { slide: 'chart-histogram', words: ['cars', 'rows'] },
  { slide: 'chart-heatmap', words: ['Mill Bridge', 'east', '2400'] },
  { slide: 'chart-facet', words: ['east', 'west', 'South Bridge', '2400'] },
  { slide: 'chart-label', words: ['west', 'New Bridge'] },
  { slide: 'figure', words: ['3900', 'Riders each day', '2600', 'A note below the figure'] },
  { slide: 'figure-line', words: ['3900'] },
  { slide: 'figure-none', words: ['800'] },
  {
    slide: 'table',
    words: [
      'Rows of Harbour Days 2024',
      'Cars of Harbour Days 2024',
      'Tool 1.8.0',
      'Mill Bridge',
      'without a page',
      '1.9.1 ≥ 1.8.0',
      'not known',
    ],
    parts: [part('a[href="https://town.example/mill"]')],
  },
  { slide: 'timeline-steps', words: ['6.12', 'Quay sensors'] },
  { slide: 'dates', words: ['Riders by dates', 'As of'], parts: [part('.day-shown')] },
  { slide: 'timeline-all', words: ['Harbour lights', 'Tide tables'] },
  { slide: 'timeline-focus', words: ['Second lanterns', 'Tide tables'] },
  { slide: 'kernel-timeline', words: ['First lanterns', '6.12', 'merge window open'] },
  { slide: 'names', words: ['Dana Dahl', 'mate', 'Bo Brandt', 'and more'] },
  {
    slide: 'maintainers',
    words: ['HARBOUR ENTRY', 'First Pilot', 'New Reviewer', 'list@town.example'],
  },
  { slide: 'commits', words: ['fedcba', 'bridge: fix the bell', 'quay: add lamps'] },
  {
    slide: 'schedule',
    words: ['Opening of the harbour', 'Ada Abara', 'Everything talk', '11:00', 'Hall'],
  },
  { slide: 'logos', words: ['Debian', 'Rust', 'Harbour Works'] },
  {
    slide: 'tree',
    words: [
      'Harbour',
      'harbour/',
      'Quay box',
      'stone and wood',
      'Pier box',
      'Hall box',
      'carries',
      'never',
    ],
  },
  {
    slide: 'mermaid',
    words: ['A boat', 'comes in', 'The quay'],
    parts: [
      { find: 'svg[role="img"][aria-label*="goes to sea again"]', count: 1 },
      part('svg text', 'font-family', 'IBM Plex Sans'),
    ],
  },
  {
    slide: 'dot',
    words: ['Some grain', 'mill'],
    parts: [{ find: 'svg[role="img"][aria-label="Grain goes to the mill."]', count: 1 }],
  },
  {
    slide: 'footnotes',
    words: [
      'Of the title.',
      'The first bell of the harbour.',
      'A second paragraph with',
      ', since',
      '3900',
      'It has',
    ],
    parts: [
      { find: '.footnotes > li', count: 4 },
      { find: 'sup > a[role="doc-noteref"]', count: 5 },
      { find: '.footnotes a[role="doc-backlink"]', count: 5 },
      part('sup.footnote', 'line-height', '0'),
    ],
  },
  {
    slide: 'definitions',
    words: ['The quay', 'A wall for boats.', 'A place to walk.', 'on wooden posts'],
    parts: [part('dl dt', 'font-weight', '600'), { find: 'dl dd', count: 3 }],
  },
  {
    slide: 'formulas',
    words: ['Formulas of', 'Waves of', 'boats are', 'high.'],
    parts: [
      { find: '.formula[role="math"][aria-label]', count: 4 },
      part('.formula .katex', 'font-family', 'KaTeX_Main'),
    ],
  },
  { slide: 'uncounted', words: ['A slide without a number'] },
];

/** Makes text of any surface comparable: one blank for each stretch of blanks, thin ones included. */
export function normalise(text: string): string {
  return text.replaceAll(/[\s\u00a0\u2009\u202f]+/gu, ' ');
}
