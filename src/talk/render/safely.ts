import { internalError } from '../problems/problems.ts';
import type { ComposedSlide } from '../model/composed.ts';
import { emptySource, type SlideFile } from '../model/slide-file.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { TalkProject } from '../model/project.ts';
import { reasonOf } from '../text/error-text.ts';
import type { TalkContext } from './talk-context.ts';

/** Renders a slide; on an exception the slide shows the problem instead. */
export function renderSafely<Rendered>(
  slide: ComposedSlide,
  { project }: TalkContext,
  render: (slide: ComposedSlide) => Rendered,
): Rendered {
  try {
    return render(slide);
  } catch (error) {
    const { source, problems } = slide;
    const problem = toProblem(error, 'this slide', source.span, project);
    const bare = { ...source, tokens: [], notes: '', notesSpan: null, notesParts: [] };
    return render({ ...slide, source: bare, problems: [...problems, problem] });
  }
}

/** Returns a talk's file with its front matter, an empty slide and the problem of an exception. */
export function withoutSlides(file: SlideFile, error: unknown, project: TalkProject): SlideFile {
  const slide = emptySource(file);
  const problem = toProblem(error, 'this talk', slide.span, project);
  return { ...file, slides: [slide], problems: [problem] };
}

function toProblem(error: unknown, what: string, span: Span, project: TalkProject): Problem {
  return internalError(what, reasonOf(error), span, project.logFault?.(error));
}
