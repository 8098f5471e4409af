import { BLOCKS } from '../../src/talk/blocks/blocks.ts';
import { LAYOUTS } from '../../src/talk/model/talk.ts';
import { breakText } from './data.ts';
import type { Random } from './random.ts';
import { anyText, anyValue, COLUMNS, DATASETS, TRAP } from './values.ts';
import { makeBody, writeYaml } from './yaml.ts';

const TALK_KEYS =
  'title subtitle speaker email affiliation event place date duration language description asOf css theme footer'.split(
    ' ',
  );
const SLIDE_KEYS = 'id title layout class background incremental visibility time steps src'.split(
  ' ',
);
const WORDS = [
  'word',
  '*em*',
  '**strong**',
  '`code`',
  '~~del~~',
  '[link](#two)',
  '[x](https://a.example/ "t")',
  '![alt](../../assets/a.svg)',
  '<b>bold</b>',
  '<br>',
  '&amp;',
  '\\*',
  'https://a.example',
  '\u202e',
  '😀',
  'é',
  '"quoted"',
  '[^1]',
  '<!-- pause -->',
  '<!-- .element: class="fragment" id="two" -->',
  '<!-- // remark -->',
  '<!-- words -->',
  '<!--',
  '-->',
  '{{',
  '}}',
];
/** Addresses that are malformed or lead out of the project. */
const ADDRESSES = [
  'a%00b.svg',
  '%E0%A4%A',
  '%',
  'C:\\a.svg',
  '../../../../etc/passwd',
  '//a.example/x',
  '?x#y',
  `${'x'.repeat(400)}.svg`,
  'http://[',
  'data:,x',
  '#',
  '/',
  '.',
  '..',
  'a\u202eb.svg',
  '😀.svg',
];
const INFOS = [
  '',
  'js',
  'js {1|2}',
  'rust {startLine=3}',
  'diff',
  'mermaid',
  'cahrt',
  'js {values}',
  'js {9-1}',
  'text {title="a"}',
];
const TAGS = [
  'div',
  'p',
  'svg',
  'textarea',
  'style',
  'pre',
  'details',
  'table',
  'br',
  'x-y',
  'title',
  'script',
];

/** Returns a slide file: front matter, slides and everything that can stand on them. */
export function makeSlides(random: Random, kind: 'talk' | 'library'): string {
  const head =
    kind === 'talk' && random.chance(0.9) ? `---\n${makeHead(random, TALK_KEYS)}\n---\n\n` : '';
  const slides = random.many(4, () => makeSlide(random));
  const text = head + slides.join(random.pick(['\n\n---\n\n', '\n---\n', '\n\n----\n\n']));
  // What an author writes as markup is markup; only data are checked for what becomes of them.
  const broken = (random.chance(0.25) ? breakText(random, text) : text).replaceAll(
    TRAP,
    'authored',
  );
  return random.chance(0.05) ? broken.replaceAll('\n', random.pick(['\r\n', '\r'])) : broken;
}

function makeHead(random: Random, keys: readonly string[]): string {
  const lines = random.many(4, () => {
    const key = random.pick([...keys, ...keys, random.pick(COLUMNS)]);
    return `${key}: ${makeHeadValue(random, key)}`;
  });
  return lines.join('\n') || 'title: T';
}

function makeHeadValue(random: Random, key: string): string {
  if (random.chance(0.12)) return writeYaml(random, anyValue(random), '  ');
  if (['src', 'css', 'background'].includes(key) && random.chance(0.3)) {
    return random.pick(ADDRESSES);
  }
  if (key === 'layout') return random.pick(LAYOUTS);
  if (key === 'src')
    return random.pick([
      '../library/shared.md',
      '../library/shared.md#two,three',
      'talk.md',
      '../none.md',
      '#x',
    ]);
  if (key === 'date' || key === 'asOf')
    return random.pick(['2024-09-18', '2023-01-01', '2024-02-30']);
  if (key === 'id') return random.pick(['one', 'two', '3', 'constructor', '__proto__', 'toString']);
  return random.pick([
    'true',
    'false',
    'on',
    '90s',
    'a text',
    '/assets/a.css',
    JSON.stringify(anyText(random)),
  ]);
}

function makeSlide(random: Random): string {
  const head = random.chance(0.25) ? `---\n${makeHead(random, SLIDE_KEYS)}\n---\n\n` : '';
  const title = random.chance(0.8)
    ? `${random.pick(['#', '##', '######'])} ${makeLine(random)}\n\n`
    : '';
  const body = random.many(4, () => makePart(random, 3)).join(random.pick(['\n\n', '\n\n', '\n']));
  const notes = random.chance(0.3) ? makeNotes(random) : '';
  return head.replace(/^---\n/, random.chance(0.5) ? '---\n' : '') + title + body + notes;
}

function makeNotes(random: Random): string {
  const text = random.many(3, () => makePart(random, 2)).join('\n\n');
  return random.chance(0.5) ? `\n\nNote: ${text}` : `\n\n<!-- ${text.replaceAll('--', '')} -->`;
}

function makeLine(random: Random): string {
  const words = [
    'word',
    ...random.many(4, () => {
      if (random.chance(0.15)) return makeValue(random);
      const isAddress = random.chance(0.15);
      return isAddress
        ? `${random.pick(['', '!'])}[a](${random.pick(ADDRESSES)})`
        : random.pick(WORDS);
    }),
  ];
  return words.join(random.pick([' ', ' ', '']));
}

function makeValue(random: Random): string {
  const key = random.pick(['', '', `["${anyText(random)}"]`, '[6.10]']);
  const path = random.pick(['', '.count', `.${random.pick(COLUMNS)}`, '.name.x', '.asOf']);
  const filter = random.pick([
    '',
    '',
    ' | ago 1y',
    ' | growth 1y',
    ' | compact',
    ' | date',
    ' | percent',
    ' | ago 999999y',
    ' | last',
    ' | x y',
  ]);
  return `{{ ${random.pick([...DATASETS, 'talk', 'none'])}${key}${path}${filter} }}`;
}

function makePart(random: Random, depth: number): string {
  const inner = (): string => (depth > 0 ? makePart(random, depth - 1) : makeLine(random));
  const kinds: (() => string)[] = [
    () => makeLine(random),
    () => makeLine(random),
    () => makeBlock(random),
    () => makeBlock(random),
    () =>
      random
        .many(3, () => `${random.pick(['-', '1.', '- [ ]', '* '])} ${indent(inner(), '  ')}`)
        .join('\n'),
    () => indent(`> ${inner()}`, '> '),
    () => makeTable(random),
    () => fence(random.pick(INFOS), random.many(4, () => makeLine(random)).join('\n')),
    () =>
      `::: ${random.pick(['columns', 'column', 'browser https://a.example', 'terminal', 'odd', ''])}\n${inner()}\n${random.pick([':::', ':::', ''])}`,
    () => makeHtml(random, inner()),
    () => makeSnippet(random),
    () =>
      random.pick([
        '::right::',
        '::left::',
        '***',
        'Note: x',
        '    indented',
        '[a]: https://a.example',
        '<!-- pause -->',
        '{{ open',
      ]),
  ];
  return random.pick(kinds)();
}

/** Code from a file that is there or not, or from a commit without a clone. */
function makeSnippet(random: Random): string {
  const place = random.pick([
    '/data/list.json',
    '../a.md',
    'linux@v1:a.c',
    'linux@v1..v2:a',
    'a@-x:b',
  ]);
  const part = random.pick(['', '', '#L1', '#L1-2', '#L9-3', '#tick', `#${anyText(random)}`]);
  const info = random.pick(['', ' rust', ' {1|all}', ' {before|after}', ' {title="a"}', ' {x']);
  return `<<< ${place}${part}${info}`;
}

function makeBlock(random: Random): string {
  const block = random.pick(BLOCKS);
  const body = makeBody(random, block.schema);
  const isBroken = random.chance(0.05);
  return fence(
    `${block.name}${random.chance(0.03) ? ' extra' : ''}`,
    isBroken ? breakText(random, body) : body,
  );
}

function fence(info: string, body: string): string {
  return `\`\`\`${info}\n${body}\n\`\`\``;
}

function makeTable(random: Random): string {
  const row = (): string =>
    `| ${makeLine(random)} | ${random.pick([makeLine(random), 'a \\| b', ''])} |`;
  return [
    row(),
    random.pick(['| --- | --: |', '|---|', '| :-: | --- |']),
    ...random.many(3, row),
  ].join('\n');
}

function makeHtml(random: Random, content: string): string {
  const tag = random.pick(TAGS);
  const attribute = random.pick([
    '',
    ' class="a"',
    ' style="color:red"',
    ' onclick="x"',
    ' ONCLICK=x',
    ' src="javascript:x"',
    ' id=1',
    ' data-x={{ list.count }}',
  ]);
  return `<${tag}${attribute}>${random.pick(['', '\n', '\n\n'])}${content}${random.pick([`</${tag}>`, `\n</${tag}>`, '', '</p>'])}`;
}

function indent(text: string, by: string): string {
  return text.split('\n').join(`\n${by}`);
}
