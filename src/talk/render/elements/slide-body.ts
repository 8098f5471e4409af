import type { ComposedSlide } from '../../model/composed.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { Layout } from '../../model/talk.ts';
import type { AttributesToken, Token } from '../../model/token.ts';
import { findOwnLayout } from '../../looks/own-look.ts';
import { findColumnFaults } from '../advice/column-advice.ts';
import { attributesAfter, sortAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderCover } from '../cover.ts';
import { findTooLong } from '../length.ts';
import { html } from '../../html/html.ts';
import { findAlone, findBleed, reportNoPicture } from '../pictures/picture-layout.ts';
import { encodeQr } from '../pictures/qr-code.ts';
import { renderQr, writeAddress } from '../pictures/qr-picture.ts';
import { isFilled, listBody } from '../slide-text.ts';
import { renderPanels } from './panel.ts';
import { isRight, renderAreas, renderBlocks, renderColumns } from './prose.ts';

/** Layouts whose foot has sources, and so references. */
const FOOTED = new Set<Layout>(['default', 'center', 'figure', 'statement', 'quote']);

/** Least width of the code at the end, and the space before it. */
const LEAST_CODE = 320;
const CODE_GAP = 64;
const CODE = ' class="qr"';
/** Drawings are marks on a cover. */
const DRAWING = /\.svg$/i;

/** What a slide shows below its title. */
interface SlideBody {
  main: string;
  /** References, which stand with the sources; empty for none. */
  references: string;
  /** Width that a code takes beside its words, with the space between; 0 for none. */
  codeSide: number;
}

/** Renders what a slide shows below its title. */
export function renderBody(
  { source, problems }: ComposedSlide,
  layout: Layout,
  context: SlideContext,
): SlideBody {
  const alone = (main: string): SlideBody => ({
    main: main.trimEnd(),
    references: '',
    codeSide: 0,
  });
  if (isFilled(source, layout, context) && !problems.some(({ severity }) => severity === 'error')) {
    const marks = renderBlocks(listBody(source, context), context).trimEnd();
    const cover = renderCover(context.talk.meta, layout);
    const { code, codeSide } = renderClosing(source.span, layout, {
      context,
      marks,
    });
    // A code has its place beside the words; an address is one of them.
    const parts = codeSide > 0 ? [cover, marks, code] : [cover, code, marks];
    return { ...alone(parts.filter(Boolean).join('\n')), codeSide };
  }
  const tooLong = findTooLong(source.tokens);
  if (tooLong) {
    context.problems.push(tooLong);
    return alone(renderPanels([tooLong], context));
  }
  const areas = findOwnLayout(layout, context.talk);
  if (areas) return alone(renderAreas(source.tokens, areas, context));
  context.problems.push(...findColumnFaults(source, layout));
  if (source.tokens.some(isRight)) return alone(renderColumns(source.tokens, context));
  const cut = FOOTED.has(layout) ? findReferences(source.tokens) : source.tokens.length;
  const { main } = alone(renderBlocks(source.tokens.slice(0, cut), context));
  // References stand with the sources from the first step on.
  context.pause = null;
  const references = renderBlocks(source.tokens.slice(cut), context).trimEnd();
  return { main, references, codeSide: 0 };
}

/** Renders the talk's address at its end: as a QR code, or in words where the slide has pictures of its own. */
function renderClosing(
  span: Span,
  layout: Layout,
  { context, marks }: { context: SlideContext; marks: string },
): { code: string; codeSide: number } {
  const { link } = context.talk.meta;
  if (layout !== 'end' || link === undefined) return { code: '', codeSide: 0 };
  // A code of the slide has its address below it.
  if (marks.includes(CODE)) return { code: '', codeSide: 0 };
  if (marks !== '') {
    const address = html`<p><a href="${link}">${writeAddress(link)}</a></p>`;
    return { code: address.markup, codeSide: 0 };
  }
  const href = `qr:${link}`;
  const token = {
    type: 'image',
    href,
    title: null,
    text: '',
    tokens: [],
    raw: href,
    span,
  } as const;
  const before = context.captions;
  context.captions = 'after';
  const shown = renderQr({ ...token, tokens: [] }, link, context);
  context.captions = before;
  const codeSide = Math.max(LEAST_CODE, encodeQr(link)?.least ?? 0) + CODE_GAP;
  return { code: `<p class="captioned closing">${shown}</p>`, codeSide };
}

/** Returns what is behind a slide: its own background, else on covers without a photograph the picture of the talk. */
export function chooseGround(
  { spec }: ComposedSlide,
  layout: Layout,
  { bleed, talk }: SlideContext,
): string | undefined {
  const isFree = layout === 'cover' && (!bleed || DRAWING.test(bleed.picture.href));
  return spec.background ?? (isFree ? talk.meta.edges?.cover : undefined);
}

/** Returns the index of the references that end a slide; the number of tokens for none. */
function findReferences(tokens: readonly Token[]): number {
  const isSilent = ({ type }: Token): boolean => type === 'space' || type === 'attributes';
  const last = tokens.findLastIndex((token) => !isSilent(token));
  const token = tokens[last];
  if (token?.type !== 'paragraph') return tokens.length;
  const comments = [...attributesAfter(tokens, last), ...sortAttributes(token.tokens).own];
  return comments.some(isReferences) ? last : tokens.length;
}

function isReferences({ attributes }: AttributesToken): boolean {
  return attributes['class']?.split(' ').includes('refs') ?? false;
}

/** Finds the pictures whose place the layout decides; reports that there is none. */
export function placePictures(
  { source }: ComposedSlide,
  layout: Layout,
  context: SlideContext,
): Problem[] {
  context.bleed = findBleed(source.tokens, layout);
  context.alone = findAlone(source.tokens, layout, context.headings.title);
  const span = source.keySpans.layout ?? source.span;
  const problems = reportNoPicture(layout, context.bleed, span);
  context.problems.push(...problems);
  return problems;
}
