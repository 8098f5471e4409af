import { isTableFile, parseCsvDataset } from '../../talk/data/csv/csv-dataset.ts';
import { parseDataset } from '../../talk/data/dataset/dataset.ts';
import type { DatasetRecipe } from '../../talk/data/dataset/recipe.ts';
import { parseSlideFile, type ParseOptions } from '../../talk/markdown/markdown.ts';
import { badCsv, fileTooLarge, internalError } from '../../talk/problems/problems.ts';
import type { Dataset } from '../../talk/model/dataset.ts';
import { emptySource, type SlideFile } from '../../talk/model/slide-file.ts';
import type { Checked } from '../../talk/model/problem.ts';
import type { SourceText } from '../../talk/source/source.ts';
import { reasonOf } from '../../talk/text/error-text.ts';
import type { LogFault } from './fault-log.ts';
import { MAX_FILE_BYTES, type ReadFile } from './read-folder.ts';

/** Parses a slide file; when parsing throws, returns one empty slide with the problem. */
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

/** All slides of a project are in memory at once, as tokens that take many times as much. */
const MAX_SLIDES_LENGTH = 8_000_000;
/** A megabyte of slides takes seconds; a book has less. */
const MAX_SLIDE_FILE_LENGTH = 2_000_000;

/** Returns one empty slide with the problem for a file above the size limits; null for other files. */
export function findTooLarge(
  path: string,
  file: ReadFile,
  others: ReadonlyMap<string, { value: SlideFile }>,
): SlideFile | null {
  let size = file.text.length;
  for (const [name, other] of others) if (name !== path) size += other.value.text.length;
  const own = file.tooLarge ?? file.text.length;
  const isSum = own <= MAX_SLIDE_FILE_LENGTH;
  if (isSum && size <= MAX_SLIDES_LENGTH) return null;
  const slide = emptySource({ path, text: '' });
  const bounds = isSum
    ? { size, most: MAX_SLIDES_LENGTH, isSum }
    : { size: own, most: MAX_SLIDE_FILE_LENGTH, isSum };
  const problems = [fileTooLarge(bounds, slide.span)];
  return { path, text: '', head: {}, headSpans: {}, slides: [slide], problems };
}

/** Parses a dataset; when parsing throws, returns a broken one with the problem. */
export function checkSafely(
  source: SourceText & Pick<ReadFile, 'tooLarge'>,
  name: string,
  recipe: DatasetRecipe | undefined,
  logFault: LogFault,
): Checked<Dataset | null> {
  const { tooLarge: size } = source;
  if (size !== undefined) {
    const { span } = emptySource(source);
    const bounds = { size, most: MAX_FILE_BYTES, isSum: false };
    return { value: null, problems: [fileTooLarge(bounds, span)] };
  }
  try {
    if (isTableFile(source.path) && recipe?.refresh) return refuseTable(source, name);
    const parse = isTableFile(source.path) ? parseCsvDataset : parseDataset;
    return parse(source, name, recipe);
  } catch (error) {
    const { span } = emptySource(source);
    const problem = internalError('this dataset', reasonOf(error), span, logFault(error));
    return { value: null, problems: [problem] };
  }
}

/** Refuses a table as a dataset whose rows come from a source. */
function refuseTable(source: SourceText, name: string): Checked<null> {
  const message = 'The recipe asks a source, so the rows cannot come from this table as well.';
  const hint = `Run "npx rostrum data refresh ${name}", and move a table that the recipe asks for to a folder, such as data/raw/.`;
  return { value: null, problems: [badCsv(message, hint, emptySource(source).span)] };
}
