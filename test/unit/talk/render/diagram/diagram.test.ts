import { expect, test } from 'vitest';
import { MIN_TEXT } from '../../../../../src/talk/render/diagram/diagram-report.ts';
import { readSteps, readWords } from '../../../../../src/talk/render/diagram/diagram-remarks.ts';
import { bodyOf, codesOf, compileSlide } from '../../../../support/slide.ts';

const SVG =
  '<svg viewBox="0 0 800 200"><title>T</title><g data-part="A"><text font-size="20">Start</text></g>' +
  '<g data-part="B"><text font-size="20">B</text></g><path data-part="A-&gt;B"/></svg>';
const drawn = (svg = SVG): Record<string, string> => ({
  'drawings.json': JSON.stringify({ mermaid: { kind: 'drawn', svg } }),
});
const fence = (...lines: string[]): string =>
  ['# Way', '', '```mermaid', 'flowchart LR', ...lines, '```'].join('\n');
const stepOf = (html: string, part: RegExp): string | undefined =>
  /data-fragment-index="(\d+)"/.exec(part.exec(html)?.[0] ?? '')?.[1];

test('a diagram is a drawing with a name for readers, and no code', () => {
  const html = bodyOf(fence('  A --> B', '%% accDescr: A to B'), drawn());
  expect(html).toContain('<figure class="diagram"');
  expect(html).toContain('role="img" aria-label="T. A to B"');
  expect(html).toContain('>Start</text>');
  expect(html).not.toContain('flowchart');
});

test('two diagrams on a slide share no id', () => {
  const svg =
    '<svg viewBox="0 0 9 9"><title>T</title><marker id="m"/><path marker-end="url(#m)"/></svg>';
  const html = bodyOf(
    `${fence('A --> B')}\n\n${fence('B --> C').replace('# Way', '')}`,
    drawn(svg),
  );
  const ids = [...html.matchAll(/ id="([^"]*-m)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(2);
});

test('parts appear at steps, and edges with the later of their ends', () => {
  const slide = compileSlide(fence('%% step: Start', '%% step: B', 'A --> B'), drawn());
  expect(slide.steps).toBe(2);
  expect(stepOf(slide.html, /<g[^>]*><text[^>]*>Start/)).toBe('0');
  expect(stepOf(slide.html, /<g[^>]*><text[^>]*>B/)).toBe('1');
  expect(stepOf(slide.html, /<path[^>]*>/)).toBe('1');
});

test('a slide without steps shows all parts at once', () => {
  const markdown = `---\nsteps: false\n---\n\n${fence('%% step: A', 'A --> B')}`;
  expect(compileSlide(markdown, drawn()).steps).toBe(0);
});

test('its source comes back as text', () => {
  expect(compileSlide(fence('  A --> B'), drawn()).text).toContain(
    '```mermaid\nflowchart LR\n  A --> B\n```',
  );
});

test('a diagram without words for readers is reported as a picture is', () => {
  const bare = SVG.replace('<title>T</title>', '');
  expect(codesOf(fence('A --> B'), drawn(bare))).toEqual(['missing-alt']);
});

test('text that is too small on a whole slide is reported with its size', () => {
  const long = drawn(SVG.replace('0 0 800 200', '0 0 1500 200'));
  expect((20 * 1104) / 1500).toBeLessThan(MIN_TEXT);
  expect(codesOf(fence('A --> B'), long)).toEqual(['small-diagram']);
});

test('what Mermaid takes out itself is reported, and a node of such a name is not', () => {
  expect(codesOf(fence('A["<script>x</script>"] --> B'), drawn())).toEqual(['diagram-left-out']);
  expect(codesOf(fence('click A call x()'), drawn())).toEqual(['diagram-left-out']);
  expect(codesOf(fence('A["<b>x</b>"] --> B'), drawn())).toEqual(['diagram-left-out']);
  expect(codesOf(fence('A["Box<u8><br/>B"] --> B'), drawn())).toEqual([]);
  expect(codesOf(fence('click --> link', 'link --> A'), drawn())).toEqual([]);
});

test('a drawing that has no size is shown as code', () => {
  const html = bodyOf(fence('A --> B'), drawn('<svg><text>A</text></svg>'));
  expect(html).toContain('<pre>');
  expect(html).toContain('undrawn-diagram');
});

test('reads steps with names, edges and ranges at their places', () => {
  const text = 'sequenceDiagram\n  %% step: A, B --> C\n// step: 2-4\n# step:';
  const lines = text.split('\n').map((line, index) => ({
    ...{ file: 'a.md', line: index + 5, column: 1, length: line.length },
  }));
  const steps = readSteps(text, lines).map(({ names }) => names.map(({ name }) => name));
  expect(steps).toEqual([['A', 'B->C'], ['2', '3', '4'], []]);
  expect(readSteps(text, lines)[0]?.names[1]?.span).toMatchObject({ line: 6, column: 15 });
});

test('reads words for readers from remarks, and from lines that the drawing lacks', () => {
  const text = '%% accTitle: A title\n  accDescr: What it shows';
  expect(readWords(text)).toEqual({ title: 'A title', description: 'What it shows' });
});
