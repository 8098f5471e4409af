import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../support/slide.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Pieces of slides that authors get wrong, and that attackers get right. */
const PIECES = [
  ...['<div>', '</div>', '<b>', '</b>', '<p>', '</p>', '</section>', '<section>', '<ul><li>x'],
  ...['<table><tr><td>', '</table>', '<table><b>', '<caption>', '<select><option>', '<template>'],
  ...['<svg><path/>', '</svg>', '<svg><style><img src=x onerror=alert(1)>', '<math><mi>', '<a'],
  ...[
    '<style>a</style>',
    '<textarea>',
    '<xmp>',
    '<title>',
    '<noscript>',
    '<plaintext>',
    '<button>',
  ],
  ...['<img src=x onerror=alert(1)>', '<img/src=x/onerror=alert(1)//>', '<b x="', '<h1>', '<?x ?>'],
  ...['<a href="javascript:x">', '</a>', '<iframe srcdoc="<b onclick=x>">', '<script>x</script>'],
  ...['<svg><foreignObject><p>', '<math><annotation-xml encoding="text/html"><p>', '<frameset>'],
  ...['<!-- pause -->', '<!-- .element: class="fragment" -->', '<b class="fragment">', 'text '],
  ...[
    '- a\n',
    '  - b\n',
    '> q\n',
    '**x**',
    '`c`',
    '[l](x.md)',
    '| a |\n|---|\n| 1 |\n',
    '\n',
    '\n\n',
  ],
  ...[
    '```rust {1|2}\na\nb\n```\n',
    '::: columns\n',
    '::: column\n',
    ':::\n',
    '::right::\n',
    '{{ x }}',
  ],
];

/** A small generator of numbers that are the same each time. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * below) % below;
  };
}

function listElements(node: Node): DefaultTreeAdapterTypes.Element[] {
  const own = 'tagName' in node ? [node] : [];
  const content = 'content' in node ? listElements(node.content) : [];
  return [
    ...own,
    ...content,
    ...('childNodes' in node ? node.childNodes.flatMap(listElements) : []),
  ];
}

const isScript = ({ name, value }: { name: string; value: string }) =>
  name.startsWith('on') || name === 'srcdoc' || /^\s*javascript:/i.test(value);

test('whatever stands on a slide, it stays on it, runs no script, and its steps are counted right', () => {
  const random = createRandom(2024);
  for (let round = 0; round < 150; round++) {
    const pieces = Array.from(
      { length: 1 + random(12) },
      () => PIECES[random(PIECES.length)] ?? '',
    );
    const markdown = `# A\n\n${pieces.join(random(2) ? '\n\n' : '\n')}\n`;
    for (const { html, steps } of compileMarkdown(markdown).talks[0]?.slides ?? []) {
      const page = parseFragment(`<main>${html}</main><footer></footer>`);
      expect(
        page.childNodes.map(({ nodeName }) => nodeName),
        markdown,
      ).toEqual(['main', 'footer']);
      const elements = listElements(page);
      expect(elements[1]?.nodeName, markdown).toBe('section');
      expect(
        elements.flatMap(({ attrs }) => attrs.filter(isScript)),
        markdown,
      ).toEqual([]);
      const indexes = html.match(/data-fragment-index="\d+"/g) ?? [];
      expect(new Set(indexes).size, markdown).toBe(steps);
    }
  }
});
