import { beforeAll, expect, test } from 'vitest';
import { openMermaid } from '../../src/node/diagrams/mermaid.ts';
import { DIAGRAM_COLOURS } from '../../src/talk/model/diagram/diagram-source.ts';
import type { DiagramAnswer } from '../../src/talk/model/diagram/diagram-source.ts';
import { cleanDrawing } from '../../src/talk/render/diagram/clean-drawing.ts';

const TEXTS = {
  flowchart:
    'flowchart LR\n  accTitle: Way\n  accDescr: Of a patch\n  A[First] -->|goes| B{Second}\n  subgraph S [Group]\n    B --> C\n  end',
  sequence:
    'sequenceDiagram\n  autonumber\n  participant U as User\n  U->>K: call\n  K-->>U: answer',
  state: 'stateDiagram-v2\n  [*] --> Ready\n  Ready --> Done: runs',
  gantt: 'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  Task one :a1, 2025-01-01, 3d',
  plan: 'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  Look :2026-10-01, 7d\n  Model :5d\n  Change :6d',
  journey: 'journey\n  title Way\n  section Go\n    Step out: 5: Ann',
  sankey: 'sankey-beta\nMill,Bakery,60\nMill,A shop of its own,20',
  git: 'gitGraph\n  commit id: "first"\n  commit\n  branch other\n  commit',
  radar: 'radar-beta\n  axis a["One"], b["Two"], c["Three"]\n  curve x["All"]{1, 2, 3}',
  treemap: 'treemap-beta\n"Bread"\n    "Rye": 40\n    "Wheat": 30',
  letters:
    'flowchart LR\n  A["List<T> in <<place>>"] --> B[Box<u8>] --> C["#quot;so#quot; #lt;b#gt; #9829;"]\n  style A fill:#123;\n  D["x < <b>y</b><br/>z"] --> E["Option<Data>"]\n  %% step: A',
  notes: 'classDiagram\n  class A["Of <<words>>"] {\n    <<service>>\n    List~int~ x\n  }',
  hostile:
    '%%{init: {"securityLevel": "loose", "themeCSS": "* { display: none }", "htmlLabels": true}}%%\nflowchart LR\n  A["<img src=x onerror=alert(1)>"] --> B\n  click A call alert(1)\n  click B "javascript:alert(1)"',
  faulty: '---\ntitle: T\n---\n%% a remark\nflowchart LR\n  A --> B\n  B --> [broken',
};

const THEMED = ['flowchart', 'sequence', 'state', 'gantt', 'journey', 'radar', 'treemap'];

let answers: Map<string, DiagramAnswer>;
const svgOf = (name: string): string => {
  const answer = answers.get(name);
  return answer?.kind === 'drawn' ? answer.svg : '';
};

beforeAll(async () => {
  const drawn = await openMermaid({ root: '/', isSafe: false }).draw(Object.values(TEXTS));
  answers = new Map(Object.keys(TEXTS).map((name, index) => [name, drawn[index] as DiagramAnswer]));
});

test('a drawing has real text, words for readers, and no stylesheet, HTML or class', () => {
  const svg = svgOf('flowchart');
  for (const words of ['First', 'Second', 'goes', 'Group']) expect(svg).toContain(words);
  expect(svg).not.toMatch(/<style|foreignObject|font-family/);
  expect(cleanDrawing(svg, '')).toMatchObject({ title: 'Way', description: 'Of a patch' });
});

test('all colours are those that become colours of the theme', () => {
  const given = new Set<string>(Object.values(DIAGRAM_COLOURS).map(([colour]) => colour));
  for (const name of THEMED) {
    const colours = svgOf(name).matchAll(/(?:fill|stroke|stop-color)="(#[^"]*)"/g);
    expect(
      [...colours].map(([, colour = '']) => colour).filter((colour) => !given.has(colour)),
    ).toEqual([]);
  }
});

test('dates of a Gantt chart are clear of each other, and each is named once', () => {
  const datesOf = (name: string) => svgOf(name).match(/\b\d{4}-\d\d-\d\d\b/g);
  expect(datesOf('plan')).toEqual([
    '2026-10-01',
    '2026-10-05',
    '2026-10-09',
    '2026-10-13',
    '2026-10-17',
  ]);
  expect(datesOf('gantt')).toEqual(['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04']);
});

test('parts have the names that steps use', () => {
  const partsOf = (name: string) =>
    new Set([...svgOf(name).matchAll(/data-part="([^"]*)"/g)].map(([, part]) => part));
  expect([...partsOf('flowchart')].sort()).toEqual(['A', 'A-&gt;B', 'B', 'B-&gt;C', 'C', 'S']);
  expect(partsOf('sequence')).toEqual(new Set(['U', 'K', '1', '2']));
  expect(partsOf('state')).toContain('Ready-&gt;Done');
  expect(partsOf('gantt')).toContain('a1');
});

test('no text of a diagram is smaller than 18 pixels in the drawing', () => {
  for (const name of THEMED) {
    expect(Math.min(...(cleanDrawing(svgOf(name), '')?.sizes ?? [0]))).toBeGreaterThanOrEqual(18);
  }
});

test('what a diagram says about the look and the rights of its page has no effect', () => {
  const svg = svgOf('hostile');
  expect(svg).not.toMatch(/foreignObject|onerror|<img|display/);
  expect(cleanDrawing(svg, '')?.leftOut.filter((name) => name !== 'a')).toEqual([]);
});

test('a fault is reported at the line that its author wrote', () => {
  expect(answers.get('faulty')).toMatchObject({ kind: 'faulty', line: 7 });
});

test('a drawing is as wide as its words in our face', () => {
  const box = /viewBox="([^"]*)"/.exec(svgOf('sankey'))?.[1] ?? '';
  const [left = 0, , width = 0] = box.split(' ').map(Number);
  // "A shop of its own 20" has 20 letters of 20 pixels, half as wide as high.
  expect(left + width).toBeGreaterThan(946 + 180);
});

test('commits without an id have no random name', () => {
  expect(svgOf('git')).toContain('first');
  expect(svgOf('git')).not.toMatch(/>\d+-[\da-f]{7}</);
});

test('words keep the signs that Mermaid would take for its own', () => {
  const wordsOf = (name: string) =>
    svgOf(name)
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
  const shown = wordsOf('letters');
  for (const words of ['List<T> in <<place>>', 'Box<u8>', '"so" <b> ♥', 'x < yz', 'Option<Data>']) {
    expect(shown).toContain(words);
  }
  expect(wordsOf('notes')).toContain('Of <<words>>');
  expect(wordsOf('notes')).toContain('«service»');
});
