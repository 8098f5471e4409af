import { scanHtml } from '../../../talk/html/tags.ts';
import { takeSlides } from '../../../talk/model/sections.ts';
import type { Slide, Talk } from '../../../talk/model/talk.ts';
import { drawTalk } from '../../print/print.ts';
import type { ExportContext } from '../exporter.ts';

/** Blocks as the print view draws them: their HTML by the id of their slide, in the order of the slide. */
export interface DrawnBlocks {
  blocks: ReadonlyMap<string, readonly string[]>;
  /** Names of what was not drawn. */
  culprits: string[];
}

/** Draws the blocks of a talk that a script draws; without such blocks no browser is started. */
export async function drawBlocks(talk: Talk, context: ExportContext): Promise<DrawnBlocks> {
  const slides = talk.slides.filter((slide) => findBlocks(slide.html).length > 0);
  if (slides.length === 0) return { blocks: new Map(), culprits: [] };
  const { project, exportOptions } = context;
  const [runtime, pictures] = await Promise.all([context.runtime(), context.pictures('paper')]);
  const { page, culprits } = await drawTalk(context.browser(), takeSlides(talk, slides), {
    root: project.root,
    reads: project.readsOf(talk.name),
    runtime,
    pictures,
    look: { dark: exportOptions.dark },
  });
  const drawn = await page.evaluate<string[][]>(TAKE);
  await page.close();
  context.onBrowserDone();
  return {
    blocks: new Map(slides.map(({ id }, index) => [id, drawn[index] ?? []])),
    culprits,
  };
}

/** Puts the drawn blocks of a slide into its HTML. */
export function placeBlocks(html: string, drawn: readonly string[]): string {
  const found = findBlocks(html);
  if (found.length !== drawn.length) return html;
  return found.reduceRight(
    (text, { start, end }, index) => text.slice(0, start) + (drawn[index] ?? '') + text.slice(end),
    html,
  );
}

/** Finds the elements that a script draws, each from its start tag to its end tag. */
function findBlocks(html: Slide['html']): { start: number; end: number }[] {
  if (!DRAWN.test(html)) return [];
  const found: { start: number; end: number }[] = [];
  let open: { name: string; start: number } | null = null;
  for (const piece of scanHtml(html)) {
    if (piece.kind === 'open' && open === null && NAME.test(piece.name))
      open = { name: piece.name, start: piece.offset };
    else if (piece.kind === 'close' && piece.name === open?.name) {
      found.push({ start: open.start, end: piece.end });
      open = null;
    }
  }
  return found;
}

const NAMES = 'chart|figure|timeline';
const DRAWN = new RegExp(`<rostrum-(?:${NAMES})\\b`);
const NAME = new RegExp(`^rostrum-(?:${NAMES})$`);
/** Takes the drawn elements of each slide, without what only a script reads. */
const TAKE = `[...document.querySelectorAll('.slides > .slide')].map((slide) =>
  [...slide.querySelectorAll('${NAMES.split('|')
    .map((name) => `rostrum-${name}`)
    .join(', ')}')].map((block) => {
    for (const name of ['data-spec', 'data-step', 'data-steps']) block.removeAttribute(name);
    return block.outerHTML;
  }))`;
