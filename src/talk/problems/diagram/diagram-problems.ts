import type { Problem, Span } from '../../model/problem.ts';
import { nearestHint } from '../hints.ts';

/** Reports a diagram that its program could not read. */
export function brokenDiagram(language: string, message: string, span: Span): Problem {
  const reason = message.trim().replace(/\.$/, '');
  return {
    code: 'broken-diagram',
    severity: 'error',
    message: `This diagram (${language}) cannot be drawn: ${reason}.`,
    hint: 'Its text is shown as code until it can.',
    span,
  };
}

/** Reports a diagram for which this machine lacks something, or that took too much of it. */
export function undrawnDiagram(why: string, hint: string, span: Span): Problem {
  return {
    code: 'undrawn-diagram',
    severity: 'error',
    message: `This diagram is shown as code: ${why}.`,
    hint,
    span,
  };
}

/** Reports settings in a diagram that the theme of the talk decides. */
export function diagramSetting(name: string, span: Span): Problem {
  return {
    code: 'diagram-setting',
    severity: 'warning',
    message: `"${name}" has no effect here: fonts, colours and limits of a diagram are those of the talk.`,
    hint: 'Take it out. A single node is coloured with "style" or "classDef".',
    span,
  };
}

/** Reports options of code behind the language of a diagram, which has no lines. */
export function diagramOption(options: readonly string[], span: Span): Problem {
  return {
    code: 'diagram-option',
    severity: 'warning',
    message: `These options are of code and have no effect on a diagram: ${options.join(', ')}.`,
    hint: 'Take them out; "title" is the caption. Steps are comments in the diagram: "%% step: A, B" (Mermaid) or "// step: A, B" (dot).',
    span,
  };
}

/** Reports parts of a diagram that no page may have. */
export function leftOutOfDiagram(names: readonly string[], span: Span): Problem {
  return {
    code: 'diagram-left-out',
    severity: 'warning',
    message: `The drawing of this diagram has ${names.map((name) => `"${name}"`).join(', ')}, which is left out: no diagram links, loads or runs anything.`,
    hint: 'Take links, pictures and HTML out of it, and write them on the slide.',
    span,
  };
}

/** Reports a step that names no part of its diagram. */
export function unknownDiagramPart(name: string, names: readonly string[], span: Span): Problem {
  const where =
    names.length === 0
      ? 'No part of this kind of diagram has a name'
      : 'A step names nodes by their ids, edges as A->B, and messages by their numbers';
  return {
    code: 'unknown-diagram-part',
    severity: 'warning',
    message: `No part of this diagram is called "${name}".`,
    hint: nearestHint(name, names, where),
    span,
  };
}

/** What makes the text of a diagram larger. */
export const LARGER_DIAGRAM = 'Make two diagrams of it, or turn it: "direction LR", "rankdir=LR".';

/** Reports a diagram whose text is too small on a whole slide. */
export function smallDiagram(
  { pixels, least }: { pixels: number; least: number },
  span: Span,
): Problem {
  return {
    code: 'small-diagram',
    severity: 'warning',
    message: `Text in this diagram is at most ${Math.floor(pixels)} px on a slide 1280 px wide; the minimum is ${least} px.`,
    hint: LARGER_DIAGRAM,
    span,
  };
}

/** Reports a diagram that says nothing to people who cannot see it. */
export function undescribedDiagram(hint: string, span: Span): Problem {
  return {
    code: 'missing-alt',
    severity: 'warning',
    message: 'This diagram has no description for people who cannot see it.',
    hint,
    span,
  };
}
