import { slideHeight } from '../model/slide/aspect.ts';
import type { Token } from '../model/token.ts';
import type { ComposedSlide } from '../model/composed.ts';
import type { Problem } from '../model/problem.ts';
import { findCamera, listIdleCameras, wantsCamera } from './code/choose-camera.ts';
import type { CodeRoom } from './code/code-figure.ts';
import { renderBackground, withBleed, withSide } from './background.ts';
import type { TalkContext } from './talk-context.ts';
import { createContext } from './context.ts';
import { isCover } from './cover.ts';
import { listHeights, readBlockSizes } from './fit/block-sizes.ts';
import { fitSlide } from './fit/fit.ts';
import { chooseEdges, measureBand } from './edges/slide-edges.ts';
import { fillFormulas } from './formula/formula.ts';
import { measureFoot } from './fit/fit-foot.ts';
import { checkDates, listDays, markDays } from './time/days.ts';
import { findCrowded } from './fit/crowded.ts';
import { findOwnLayout, findTheme, scaleTitle } from '../looks/own-look.ts';
import { renderNotes } from './render-notes.ts';
import { renderPanels } from './elements/panel.ts';
import { renderFootnotes } from './elements/footnote-list.ts';
import { renderBlocks } from './elements/prose.ts';
import { joinPictures } from './pictures/join-pictures.ts';
import { chooseGround, placePictures, renderBody } from './elements/slide-body.ts';
import { distinctUses } from './sources.ts';
import { chooseTitle, renderTitle } from './title.ts';
import { numberParts } from './steps.ts';
import { isolateRaw } from './raw/isolate.ts';
import type { SlideParts } from './slide-parts.ts';
import { writeTexts } from './slide-text.ts';
import { toWords, writeHeading } from './words.ts';

/** What is seen of the picture behind a cover, beside its words, in slide pixels. */
const PANEL_SIDE = 384;

/** Renders a slide's title, body and notes, and checks its dates; problems are shown in place of their subject. */
export function renderSlide(
  slide: ComposedSlide,
  noteTokens: readonly Token[],
  talk: TalkContext,
): SlideParts {
  const parts = renderOnce(slide, noteTokens, talk);
  const faults = checkDates(slide, parts, talk, (earlier) => renderOnce(slide, [], earlier));
  if (faults.length === 0) return parts;
  // Rendered again, because a slide shows its own errors.
  const faulty = { ...slide, problems: [...slide.problems, ...faults] };
  return renderOnce(faulty, noteTokens, talk);
}

function renderOnce(
  slide: ComposedSlide,
  noteTokens: readonly Token[],
  talk: TalkContext,
): SlideParts {
  const parts = renderIn(slide, noteTokens, talk, null);
  const room = findCamera(parts);
  if (room !== null) return renderIn(slide, noteTokens, talk, null, room);
  const { excess } = parts.fit;
  const names = new Set(
    talk.project.blocks.filter(({ isSized }) => isSized).map(({ name }) => name),
  );
  if (excess === 0 || !parts.blocks.some(({ name }) => names.has(name))) return parts;
  // A table or a wall of names shrinks in favour of other content, as long as it is readable.
  for (const height of listHeights(excess, talk.meta)) {
    const smaller = renderIn(slide, noteTokens, talk, height);
    if (smaller.problems.length <= parts.problems.length) return smaller;
  }
  return parts;
}

function renderIn(
  slide: ComposedSlide,
  noteTokens: readonly Token[],
  talk: TalkContext,
  blockHeight: number | null,
  camera: CodeRoom | null = null,
): SlideParts {
  const { source, spec, id } = slide;
  const layout = spec.layout ?? 'default';
  const title = chooseTitle(slide, layout, talk.meta);
  const context = createContext(talk, {
    id,
    file: source.span.file,
    layout,
    headings: { title: title.heading, shift: title.level - title.depth, least: title.level + 1 },
    isIncremental: spec.incremental ?? false,
    tabSize: spec.tabSize ?? talk.meta.tabSize,
    hasSteps: spec.steps ?? true,
    blockHeight,
  });
  context.camera = camera;
  const head = renderTitle(title, context);
  const span = source.keySpans.background ?? source.span;
  const placed = joinPictures(slide, layout, title.heading);
  const pictures = placePictures(placed, layout, context);
  const background = renderBackground(chooseGround(slide, layout, context), span, context);
  const faults = [...slide.problems, background.problem ?? []].flat().filter(isError);
  const { main, references, codeSide } = renderBody(placed, layout, context);
  const above = renderPanels([...faults, ...pictures], context) + main;
  const body = above + renderFootnotes(source.tokens, head + above, { context, renderBlocks });
  const isPanel = isCover(layout) && background.isPicture === true && !context.bleed;
  const end = isPanel ? 'panel' : codeSide > 0 ? 'code' : null;
  const side = isPanel ? PANEL_SIDE : codeSide || (context.bleed?.side ?? 0);
  const notes = renderNotes(source, noteTokens, context);
  const words = title.tokens ? toWords(title.tokens, context).trim() : '';
  const raw = context.hasRaw
    ? isolateRaw({ head, body, references }, context, source.span)
    : { head, body, references, style: '' };
  const days = listDays(slide, talk);
  const numbered = numberParts(
    {
      head: fillFormulas(raw.head, context),
      body: fillFormulas(raw.body, context),
      references: fillFormulas(raw.references, context),
      dayMarks: markDays(days, context),
    },
    context.steps,
  );
  const heading = title.tokens ? writeHeading(title.tokens, context) : '';
  const edges = chooseEdges(slide, layout, context);
  const uses = distinctUses(context.uses);
  const foot = measureFoot(uses, talk.meta.language, { ...edges, days, references });
  const blocks = readBlockSizes(talk.project.blocks);
  const height = slideHeight(talk.meta) - measureBand(edges);
  const areas = findOwnLayout(layout, talk);
  const titleScale = scaleTitle(findTheme(talk), layout);
  const shape = { layout, side, foot, height, titleScale, areas };
  const fit = fitSlide({ ...raw, ...shape, pictures: context.pictures, blocks });
  return {
    line: source.span.line,
    title: words,
    head: numbered.head,
    body: numbered.body,
    references: numbered.references,
    style: raw.style,
    steps: numbered.steps,
    days,
    dayMarks: numbered.dayMarks,
    notes,
    ...writeTexts(heading, slide, layout, context, edges),
    background: end ? withSide(background, side, end) : withBleed(background, context.bleed),
    fit,
    edges,
    blocks: context.blocks,
    code: context.code,
    values: context.values,
    uses,
    assets: context.assets,
    problems: [
      ...slide.problems,
      ...context.problems,
      ...findCrowded(fit, source.span),
      ...listIdleCameras(context.codes, camera ?? fit.code),
    ],
    isFilmed: wantsCamera(context.codes, fit),
    reads: context.reads,
  };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
