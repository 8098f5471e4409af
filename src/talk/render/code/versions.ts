import { findRuns, writeRuns } from '../../code/code-runs.ts';
import { html, rawHtml } from '../../html/html.ts';
import type { ContainerToken, Token } from '../../model/token.ts';
import type { SlideContext } from '../context.ts';
import { claimStep } from '../steps.ts';
import { highlightFence, renderFigure, type ReadFigure } from './code-block.ts';
import { readTexts, renderMark } from './code-figure.ts';
import { readSnippet } from './cited-code.ts';

/** A version of code at one step: what is drawn, and its text to compare it with the next. */
interface Version {
  markup: string;
  text: string;
  /** Whether it is the version of the step before with other lines marked. */
  isSame: boolean;
}

/** A token that can be a version. */
type CodeToken = Extract<Token, { type: 'codeblock' | 'snippet' }>;

/** Renders versions of code, one a step; `renderOthers` renders the other content of the container. */
export function renderVersions(
  { tokens }: ContainerToken,
  context: SlideContext,
  renderOthers: (tokens: readonly Token[]) => string,
): string {
  const codes = tokens.filter(isCode);
  const others = renderOthers(tokens.filter((token) => !isCode(token)));
  const read = codes.map((token) => readVersion(token, context));
  // Numbers beside some versions only would push the code aside.
  const isNumbered = read.some(({ figure }) => figure && (figure.isNumbered || figure.states));
  const versions = read.flatMap((version) => drawStates(version, isNumbered, context));
  if (versions.length === 0) return others;
  const last = versions.length - 1;
  const steps = context.steps.isOn ? last : 0;
  const marks = Array.from({ length: steps }, () => renderMark(claimStep(context.steps)));
  const count = versions.filter(({ isSame }) => !isSame).length;
  let number = 0;
  const parts = versions.map(({ markup, text, isSame }, index) => {
    const before = versions[index - 1];
    const runs = before && html` data-runs="${writeRuns(findRuns(before.text, text))}"`;
    if (!isSame) number++;
    const next = versions[index + 1];
    const classes = next?.isSame ? 'version is-repeated' : 'version';
    const label = `Version ${number} of ${count}`;
    const start = html`<div class="${classes}" data-enter="${index}" data-label="${label}"${runs}>`;
    return `${start.markup}${markup}</div>`;
  });
  const data = html`data-steps="${last}" data-step="${last}"`;
  const start = html`<rostrum-versions class="versions" ${data}>`;
  return `${others}${start.markup}${rawHtml(parts.join('\n')).markup}${marks.join('')}</rostrum-versions>\n`;
}

function isCode(token: Token): token is CodeToken {
  return token.type === 'codeblock' || token.type === 'snippet';
}

function readVersion(token: CodeToken, context: SlideContext): ReadFigure {
  return token.type === 'snippet' ? readSnippet(token, context) : highlightFence(token, context);
}

/** Draws a version, once for each state of its lines. */
function drawStates(
  { figure, faults }: ReadFigure,
  isNumbered: boolean,
  context: SlideContext,
): Version[] {
  if (!figure) return faults === '' ? [] : [{ markup: faults, text: '', isSame: false }];
  const text = readTexts(figure).join('\n');
  return (figure.states ?? [null]).map((state, index) => {
    const own = { ...figure, isNumbered, states: state === null ? null : [state] };
    const markup = (index === 0 ? faults : '') + renderFigure(own, context);
    return { markup, text, isSame: index > 0 };
  });
}
