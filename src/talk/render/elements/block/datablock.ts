import { rootOfView } from '../../../data/periods/plan.ts';
import type { DataBlockToken } from '../../../model/token.ts';
import type { Block, BlockContext, BlockOutput } from '../../../model/block.ts';
import { badYaml, brokenBlock, unknownBlock, unquotedHash } from '../../../problems/problems.ts';
import { hintOfBody } from '../../../problems/keys/block-hints.ts';
import type { Problem } from '../../../model/problem.ts';
import { hasErrors } from '../../../model/problem.ts';
import { reasonOf } from '../../../text/error-text.ts';
import type { Body } from './block-body.ts';
import { parseBody } from './block-body.ts';
import type { SlideContext } from '../../context.ts';
import { renderPanels } from '../panel.ts';
import { checkBody, keysAt, requiredKeys } from './block-schema.ts';
import { claimStep } from '../../steps.ts';
import { fillBody, settleTexts, type FilledText } from './block-texts.ts';
import { findOutputFault } from './block-output.ts';
import { readRoot, readView } from './block-data.ts';
import { planPart } from './block-part.ts';
import { adviseBlock } from '../../advice/block-advice.ts';
import type { DatasetView } from '../../../model/dataset.ts';

const MARK = /<span class="fragment step-mark"[^>]*><\/span>/g;
const MARK_CLASS = 'class="fragment step-mark"';

/** Renders a data block, or its problems in its place. */
export function renderDataBlock(token: DataBlockToken, context: SlideContext): string {
  const { blocks } = context.talk.project;
  const block = blocks.find(({ name }) => name === token.name);
  const problems: Problem[] = [];
  const found = new Set<string>();
  const id = `${context.id}/${context.blocks.length + 1}`;
  const collected: Collected = { id, found, problems, context, icons: {}, texts: [] };
  const output = block
    ? compileSafely(block, token, collected)
    : reportUnknown(token, blocks, problems);
  const { spec, icons } = collected;
  // A page compiles a block again only by its module.
  const { followed, values } = settleTexts(collected.texts, block?.live && output ? spec : null);
  context.values.push(...values);
  const { steps = 0, uses = [], text = '' } = output ?? {};
  context.blocks.push({
    name: token.name,
    id,
    span: token.span,
    steps,
    uses,
    datasets: [...found],
    ...(spec === undefined ? {} : { spec }),
    ...(followed.length > 0 ? { texts: followed } : {}),
    text,
    ...(Object.keys(icons).length > 0 ? { icons } : {}),
  });
  context.uses.push(...uses);
  context.words.set(token, text);
  context.problems.push(...problems.filter((problem) => !isEcho(problem, token)));
  const panels = renderPanels(
    problems.filter((problem) => hasErrors([problem])),
    context,
  );
  return `${output ? placeSteps(output.html, context) : ''}${panels}\n`;
}

/** Reports whether a problem follows from one of the fence. */
function isEcho({ code }: Problem, { isReported }: DataBlockToken): boolean {
  return isReported === true && (code === 'bad-yaml' || code === 'missing-block-key');
}

interface Collected {
  id: string;
  found: Set<string>;
  problems: Problem[];
  context: SlideContext;
  /** Signs that were asked for and that there are. */
  icons: Record<string, string>;
  /** Its texts with values. */
  texts: FilledText[];
  /** Its checked body, and the same as it was written. */
  spec?: unknown;
  written?: unknown;
}

function reportUnknown(token: DataBlockToken, blocks: readonly Block[], problems: Problem[]): null {
  const names = blocks.map(({ name }) => name);
  problems.push(unknownBlock(token.name, names, token.span));
  return null;
}

/** Compiles a block; an exception or invalid output becomes a problem of the block. */
function compileSafely(
  block: Block,
  token: DataBlockToken,
  collected: Collected,
): BlockOutput | null {
  const { problems, context } = collected;
  try {
    const output = compileBlock(block, token, collected);
    const fault = findOutputFault(output, block, problems);
    if (fault === null) return output;
    problems.push(brokenBlock(block.name, fault, token.span, undefined));
  } catch (error) {
    const log = context.talk.project.logFault?.(error);
    problems.push(brokenBlock(block.name, reasonOf(error), token.span, log));
  }
  return null;
}

function compileBlock(
  block: Block,
  token: DataBlockToken,
  collected: Collected,
): BlockOutput | null {
  const written = parseBody(token);
  const { problems, context } = collected;
  for (const { message, span, hint = hintOfText(block, token) } of written.faults) {
    problems.push(badYaml(message, span, hint));
  }
  if (problems.length > 0) return null;
  const hasValues = !block.fillsItself && token.text.includes('{{');
  const filled = hasValues ? fillBody(written, context, problems) : null;
  collected.texts = filled?.texts ?? [];
  const body = filled?.body ?? written;
  if (hasErrors(problems)) return null;
  problems.push(...body.cuts.map((cut) => unquotedHash(cut, cut.span)));
  const checked = checkBody(body, { block: block.name, schema: block.schema });
  const around = toBlockContext(body, collected);
  if (checked.ok) {
    const whole = limitHeight(checked.spec, block, context);
    collected.written = whole;
    const spec = planPart(whole, block, { ...around, view: () => readRoot(whole, context) });
    if (spec === null) {
      // Its name may be wrong as well.
      around.dataset((whole as { data: string }).data, ['data']);
      return null;
    }
    collected.spec = spec;
    return block.compile(spec, around);
  }
  problems.push(...checked.problems);
  // All problems are reported at once.
  const { data } = Object(body.value) as { data?: unknown };
  if (typeof data === 'string' && keysAt(block.schema, []).includes('data')) {
    around.dataset(data, ['data']);
  }
  return null;
}

function hintOfText({ name, schema }: Block, { text }: DataBlockToken): string {
  return hintOfBody(name, text, requiredKeys(schema));
}

/** Limits the height of a sized block to the room on its slide, unless its author set one. */
function limitHeight(spec: unknown, { isSized }: Block, { blockHeight }: SlideContext): unknown {
  if (isSized !== true || blockHeight === null) return spec;
  return { height: blockHeight, ...Object(spec) } as unknown;
}

function toBlockContext(body: Body, collected: Collected): BlockContext {
  const { id, found, problems, context, icons } = collected;
  const { asOf, isEarlier, meta, project } = context.talk;
  const icon = (name: string): string | undefined => {
    const sign = project.icons?.find(name)?.path;
    if (sign !== undefined) icons[name] = sign;
    return sign;
  };
  return {
    id,
    asOf,
    ...(isEarlier ? { isEarlier } : {}),
    talk: meta,
    spanOf: body.spanOf,
    report: (problem) => {
      const view = (name: string): DatasetView | undefined => {
        const result = context.talk.view(name);
        return result?.ok ? result.view : undefined;
      };
      problems.push(adviseBlock(problem, collected.written, view));
    },
    ...(project.icons ? { icon } : {}),
    dataset: (name, path) => {
      found.add(rootOfView(name));
      const result = readView(name, body.spanOf(path), context);
      if ('view' in result) return result.view;
      problems.push(result.problem);
      return undefined;
    },
  };
}

/** Inserts the step marks of a block in the order of the slide's steps. */
function placeSteps(html: string, { steps }: SlideContext): string {
  if (!html.includes(MARK_CLASS)) return html;
  return html.replace(MARK, (mark) =>
    steps.isOn
      ? mark.replace(MARK_CLASS, `${MARK_CLASS} data-fragment-index="${claimStep(steps)}"`)
      : '',
  );
}
