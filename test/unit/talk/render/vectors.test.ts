import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../support/slide.ts';
import { VECTORS } from '../../../support/vectors.ts';

type Node = DefaultTreeAdapterTypes.Node;

const RUNNING = ['script', 'object', 'embed', 'base', 'meta', 'link', 'frame', 'applet'];
const SCRIPT = /^[\u0000-\u0020]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i;
const DATA_PAGE = /^[\u0000-\u0020]*data:(?!image\/gif)/i;

/** Lists what would run in a browser. */
function listRunning(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      if (RUNNING.includes(node.tagName)) found.push(node.tagName);
      for (const { name, value } of node.attrs) {
        const isHandler = name.startsWith('on') || name === 'srcdoc';
        if (isHandler || SCRIPT.test(value) || DATA_PAGE.test(value)) {
          found.push(`${node.tagName} ${name}=${value}`);
        }
      }
    }
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(`<main>${html}</main>`));
  return found;
}

/** Doors through which a slide's text gets on a page. */
const DOORS = [
  (vector: string) => `# A\n\n${vector}\n`,
  (vector: string) => `# A ${vector.replaceAll('\n', ' ')}\n`,
  (vector: string) => `# A\n\n- a\n- ${vector.replaceAll('\n', '\n  ')}\n`,
  (vector: string) => `# A\n\n::: columns\n\n::: column\n${vector}\n:::\n\n:::\n`,
  (vector: string) => `# A\n\n| a |\n|---|\n| ${vector.replaceAll('\n', ' ')} |\n`,
  (vector: string) => `# A\n\n<!-- pause -->\n\nwords ${vector}\n`,
  (vector: string) => `# A\n\nNote:\n\n${vector}\n`,
];

const write = (door: number, vector: string): string => DOORS[door % DOORS.length]?.(vector) ?? '';

test('no slide runs script, whatever stands on it and wherever', () => {
  // Each vector goes through the first door and through one of the others.
  const slides = VECTORS.flatMap((vector, at) => [
    write(0, vector),
    write(1 + (at % (DOORS.length - 1)), vector),
  ]);
  const [talk] = compileMarkdown(slides.join('\n---\n\n')).talks;
  const running = (talk?.slides ?? []).flatMap(({ html, notes }) => listRunning(html + notes));
  expect(talk?.slides.length).toBeGreaterThan(VECTORS.length);
  expect(running).toEqual([]);
});

test('the list of what would run knows what runs', () => {
  const lively = '<a href=" java\tscript:x">a</a><b ONCLICK=x>b</b><script>x</script>';
  expect(listRunning(lively)).toHaveLength(3);
});
