import { BLOCKS } from '../../src/talk/blocks/blocks.ts';
import { compileTalk } from '../../src/talk/compile.ts';
import { parseDataset } from '../../src/talk/data/dataset/dataset.ts';
import { cutDataset } from '../../src/talk/data/view.ts';
import { parseSlideFile } from '../../src/talk/markdown/markdown.ts';
import kernelTimeline from '../../src/kernel/blocks/kernel-timeline.ts';
import type { Block } from '../../src/talk/model/block.ts';
import type { DatasetView } from '../../src/talk/model/dataset.ts';
import type { Problem } from '../../src/talk/model/problem.ts';
import type { TalkProject } from '../../src/talk/model/project.ts';
import { printNumber } from '../../src/talk/model/slide/slide-number.ts';
import type { Drawing, Kind, Setting } from './drawing.ts';

/** A slide with a drawing, as a page gets it. */
export interface CompiledDrawing {
  /** The `<section>`. */
  html: string;
  view: DatasetView | null;
  problems: Problem[];
}

const ALL_BLOCKS = [...BLOCKS, kernelTimeline as Block];
const BLOCK_OF: Partial<Record<Kind, string>> = {
  spark: 'figure',
  timeline: 'timeline',
  'kernel-timeline': 'kernel-timeline',
};
const DATE = '2030-06-01';
const TALK = 'slides/talks/talk.md';
const BLOCK_NAMES = ALL_BLOCKS.map(({ name }) => name);
const LONG =
  'Everything that was measured in the years since the first of the releases was published';
const SENTENCE = 'Each value was read on the day that is written below it.';

/** Compiles the slide of a drawing as the engine does; `name` is the name of its dataset. */
export function compileDrawing(drawing: Drawing, name: string): CompiledDrawing {
  const text = JSON.stringify({
    title: 'Values',
    ...(drawing.unit === null ? {} : { unit: drawing.unit }),
    ...(drawing.key === null ? {} : { key: drawing.key }),
    sources: { made: { name: 'Made up', url: 'https://example.org' } },
    rows: drawing.rows.map((row) => ({ ...row, source: 'made' })),
  });
  const { value: dataset, problems: ofData } = parseDataset(
    { path: `data/${name}.json`, text },
    name,
    undefined,
  );
  const slides = parseSlideFile(
    { path: TALK, text: writeTalk(drawing, name) },
    { kind: 'talk', blockNames: BLOCK_NAMES },
  );
  const project: TalkProject = {
    slideFile: (file) => (file === TALK ? slides : undefined),
    slidePaths: [TALK],
    dataset: (wanted) => (wanted === name ? (dataset ?? undefined) : undefined),
    datasetNames: [name],
    brokenDatasets: {},
    hasAsset: () => false,
    assetNames: () => [],
    blocks: ALL_BLOCKS,
  };
  const { value, problems } = compileTalk(slides, project, { today: DATE });
  const [slide] = value.slides;
  return {
    html: slide ? printNumber(slide.html, slide) : '',
    view: dataset ? cutDataset(dataset, DATE) : null,
    problems: [...ofData, ...problems],
  };
}

/** Writes the talk of a drawing, as an author would. */
export function writeTalk({ kind, spec, setting, language }: Drawing, name: string): string {
  const block = BLOCK_OF[kind] ?? 'chart';
  const keys = Object.entries({ data: name, ...spec });
  const body = keys.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n');
  const head = `---\ntitle: Drawings\ndate: ${DATE}\nlanguage: ${language}\n---\n`;
  return `${head}${writeSlide(setting, `\`\`\`${block}\n${body}\n\`\`\``)}\n`;
}

function writeSlide(setting: Setting, block: string): string {
  const title = '# What was measured\n\n';
  switch (setting) {
    case 'alone':
      return `${title}${block}`;
    case 'bare':
      return block;
    case 'long-title':
      return `# ${LONG}\n\n${block}`;
    case 'paragraph':
      return `${title}${SENTENCE}\n\n${block}`;
    case 'list':
      return `${title}- One\n- Two\n- Three\n\n${block}`;
    case 'two-columns':
      return `${title}::: columns\n\n::: column\n${block}\n:::\n\n::: column\n${SENTENCE}\n:::\n\n:::`;
    case 'three-columns':
      return `${title}::: columns\n\n${`::: column\n${block}\n:::\n\n`.repeat(3)}:::`;
    case 'twice':
      return `${title}${block}\n\n${block}`;
    case 'figure':
      return `---\nlayout: figure\n---\n\n${title}${block}`;
    default:
      return setting satisfies never;
  }
}
