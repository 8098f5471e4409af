import { parseDataset } from '../../talk/data/dataset.ts';
import type { DatasetRecipe } from '../../talk/data/recipe.ts';
import { parseSlideFile, type ParseOptions } from '../../talk/markdown/file.ts';
import { internalError } from '../../talk/model/catalogue.ts';
import type { Dataset } from '../../talk/model/dataset.ts';
import { emptySource, type SlideFile } from '../../talk/model/file.ts';
import type { Checked } from '../../talk/model/problem.ts';
import type { SourceText } from '../../talk/model/source.ts';
import { reasonOf } from '../../talk/model/thrown.ts';
import type { LogFault } from './fault-log.ts';

/** Parses a slide file; where that throws, it has one empty slide with the problem. */
export function parseSafely(
  source: SourceText,
  options: ParseOptions,
  logFault: LogFault,
): SlideFile {
  try {
    return parseSlideFile(source, options);
  } catch (error) {
    const slide = emptySource(source);
    const problem = internalError('this file', reasonOf(error), slide.span, logFault(error));
    const head = options.kind === 'talk' ? {} : null;
    return { ...source, head, headSpans: {}, slides: [slide], problems: [problem] };
  }
}

/** Parses a dataset; where that throws, it is broken by the problem. */
export function checkSafely(
  source: SourceText,
  name: string,
  recipe: DatasetRecipe | undefined,
  logFault: LogFault,
): Checked<Dataset | null> {
  try {
    return parseDataset(source, name, recipe);
  } catch (error) {
    const { span } = emptySource(source);
    const problem = internalError('this dataset', reasonOf(error), span, logFault(error));
    return { value: null, problems: [problem] };
  }
}
