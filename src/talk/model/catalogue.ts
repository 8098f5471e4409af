import { findNearest, findNearestPath } from './nearest.ts';
import type { Problem, Span } from './problem.ts';

/*
 * Every message of the program: one function per code, nobody writes message text elsewhere.
 * A message is one whole sentence from the author's side; the place is added by the printer.
 */

const PATHS_HINT =
  'A path is relative to the file that names it, and begins with "/" at the root of the project.';

/** Makes the hint for an unknown name: the nearest one, and where such names live. */
function nearestHint(wanted: string, names: readonly string[], where: string): string {
  const nearest = findNearest(wanted, names);
  const list = names.length > 0 && names.length <= 12 ? ` (${names.join(', ')})` : '';
  return nearest ? `Did you mean "${nearest}"? ${where}.` : `${where}${list}.`;
}

/** A block names a dataset that does not exist. */
export function unknownDataset(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-dataset',
    severity: 'error',
    message: `No dataset is called "${name}".`,
    hint: nearestHint(name, names, 'Datasets are the files in data/'),
    span,
  };
}

/** A value or block reads a dataset whose file could not be read; `why` is the first problem of that file. */
export function brokenDataset(name: string, why: Problem | undefined, span: Span): Problem {
  const { span: at } = why ?? {};
  const place = at ? `${at.file}:${at.line}:${at.column} ` : '';
  return {
    code: 'broken-dataset',
    severity: 'error',
    message: `The dataset "${name}" could not be read.`,
    hint: why
      ? `${place}${why.code}: ${why.message}`
      : `The figures come back once data/${name}.json is right.`,
    span,
  };
}

/** A path names a column that no row has. */
export function unknownColumn(
  name: string,
  dataset: string,
  columns: readonly string[],
  span: Span,
): Problem {
  return {
    code: 'unknown-column',
    severity: 'error',
    message: `"${dataset}" has no column "${name}".`,
    hint: nearestHint(
      name,
      columns,
      dataset === 'talk'
        ? "It holds the keys of the talk's front matter"
        : `Columns are the keys of the rows of "${dataset}"`,
    ),
    span,
  };
}

/** A path names a row that the dataset does not have on the talk's date. */
export function unknownRow(
  key: string,
  dataset: string,
  keys: readonly string[],
  span: Span,
): Problem {
  const where =
    keys.length > 0
      ? `Rows of "${dataset}" are named by its "key" column`
      : `"${dataset}" names no "key" column, so its rows have no names`;
  return {
    code: 'unknown-row',
    severity: 'error',
    message: `"${dataset}" has no row "${key}" on the talk's date.`,
    hint: nearestHint(key, keys, where),
    span,
  };
}

/** A value reads a table of several rows without saying which. */
export function noRowKey(
  dataset: string,
  count: number,
  keys: readonly string[],
  span: Span,
): Problem {
  const example = keys[0] === undefined ? `${dataset}.last` : `${dataset}["${keys[0]}"]`;
  return {
    code: 'no-row-key',
    severity: 'error',
    message: `"${dataset}" has ${count} rows on the talk's date, and the value does not say which.`,
    hint: `Write for instance ${example} before the column, or "| count" for their number.`,
    span,
  };
}

/** A dataset has nothing that was known on the talk's date. */
export function noRowBefore(dataset: string, asOf: string, earliest: string, span: Span): Problem {
  return {
    code: 'no-row-before',
    severity: 'error',
    message: `"${dataset}" has no row on or before ${asOf}; its earliest is of ${earliest}.`,
    hint: "Give the talk a later asOf, or add what was known then to the dataset's file.",
    span,
  };
}

/** A value goes back further than the dataset's rows. */
export function noRowAgo(
  about: { dataset: string; period: string; target: string; dates: readonly string[] },
  span: Span,
): Problem {
  const dates = about.dates.slice(-6).join(', ');
  return {
    code: 'no-row-ago',
    severity: 'error',
    message: `"${about.dataset}" has no row near ${about.target}, ${about.period} before its newest.`,
    hint: `Its rows are of ${dates}; a row counts when it is at most half the period older.`,
    span,
  };
}

/** A value asks for the past of something without dates. */
export function noHistory(name: string, filter: string, span: Span): Problem {
  return {
    code: 'no-history',
    severity: 'error',
    message: `"${filter}" looks for an earlier row, and "${name}" has no dates.`,
    hint: 'Rows with "asOf", or dated editions, have a past.',
    span,
  };
}

/** A value's cell is null. */
export function noData(name: string, span: Span): Problem {
  return {
    code: 'no-data',
    severity: 'error',
    message: `There is no data for "${name}" on the talk's date.`,
    hint: 'The cell is null or left out; fill it in, or take the value off the slide.',
    span,
  };
}

/** A value's cell is an object, or a list of objects. */
export function notAValue(name: string, columns: readonly string[], span: Span): Problem {
  const inside = columns.length > 0 ? `It holds ${columns.join(', ')}. ` : '';
  return {
    code: 'not-a-value',
    severity: 'error',
    message: `"${name}" is not a single value that could be printed.`,
    hint: `${inside}Go on with a dot and a column.`,
    span,
  };
}

/** A filter computes with something that is no number. */
export function notANumber(filter: string, found: string, span: Span): Problem {
  return {
    code: 'not-a-number',
    severity: 'error',
    message: `"${filter}" needs two numbers, and found ${found}.`,
    hint: '"ago" works with any column.',
    span,
  };
}

/** Growth is asked for from a figure of zero. */
export function noGrowthFromZero(span: Span): Problem {
  return {
    code: 'growth-from-zero',
    severity: 'error',
    message: 'The earlier figure is zero, and nothing grows from zero by a percentage.',
    hint: 'Use "change" for the difference.',
    span,
  };
}

/** A value expression cannot be read. */
export function badValue(expected: string, span: Span): Problem {
  return {
    code: 'bad-value',
    severity: 'error',
    message: `The value cannot be read here: expected ${expected}.`,
    hint: 'A value looks like {{ dataset.column | ago 1y | compact }} or {{ dataset["row"].column }}.',
    span,
  };
}

/** A word after "|" is neither a filter nor a format. */
export function unknownFormat(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-format',
    severity: 'error',
    message: `No format is called "${name}".`,
    hint: nearestHint(name, names, 'Formats and filters are listed in docs/data.md'),
    span,
  };
}

/** A word with arguments after "|" is no filter. */
export function unknownFilter(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-filter',
    severity: 'error',
    message: `No filter is called "${name}".`,
    hint: nearestHint(name, names, 'Filters are listed in docs/data.md'),
    span,
  };
}

/** A format does not suit the value. */
export function wrongFormat(format: string, found: string, span: Span): Problem {
  return {
    code: 'wrong-format',
    severity: 'error',
    message: `The format "${format}" cannot write ${found}.`,
    hint: 'date, month and year write dates; number, compact, percent and signed write numbers.',
    span,
  };
}

/** A `src:` line names a file that does not exist. */
export function missingInclude(path: string, paths: readonly string[], span: Span): Problem {
  const nearest = findNearestPath(path, paths);
  return {
    code: 'missing-include',
    severity: 'error',
    message: `There is no slide file "${path}".`,
    hint: nearest ? `Did you mean "${nearest}"?` : PATHS_HINT,
    span,
  };
}

/** A `src:` line leads back to a file that is being read. */
export function includeCycle(files: readonly string[], span: Span): Problem {
  return {
    code: 'include-cycle',
    severity: 'error',
    message: `The file includes itself: ${files.join(' > ')}.`,
    hint: 'Take one of these "src" lines out.',
    span,
  };
}

/** A `src:` line asks for a slide that its file does not hold. */
export function unknownSlide(
  id: string,
  ids: readonly string[],
  path: string,
  span: Span,
): Problem {
  return {
    code: 'unknown-slide',
    severity: 'error',
    message: `No slide of ${path} has the id "${id}".`,
    hint: nearestHint(id, ids, 'An id is the "id" of a slide, or the words of its title'),
    span,
  };
}

/** A slide has text of its own beside `src`. */
export function textBesideSrc(span: Span): Problem {
  return {
    code: 'text-beside-src',
    severity: 'error',
    message: 'The slide brings others in with "src", so the text below it is not shown.',
    hint: 'Begin a slide of its own for the text, with "---" between.',
    span,
  };
}

/** Two slides of a talk have the same id. */
export function duplicateId(id: string, first: string, span: Span): Problem {
  return {
    code: 'duplicate-id',
    severity: 'error',
    message: `Two slides of this talk are called "${id}"; the first is at ${first}.`,
    hint: 'Give one of them an "id" of its own in its front matter.',
    span,
  };
}

/** A talk ends up without a slide. */
export function noSlides(span: Span): Problem {
  return {
    code: 'no-slides',
    severity: 'error',
    message: 'The talk has no slides.',
    hint: 'Write one below the front matter, or bring some in with "src".',
    span,
  };
}

/** A `src:` line names a file that holds no slides. */
export function emptyInclude(path: string, span: Span): Problem {
  return {
    code: 'empty-include',
    severity: 'error',
    message: `The slide file ${path} holds no slides.`,
    hint: 'Write one in it, or take this slide out.',
    span,
  };
}

/** A fence looks like a block, and no block has that name. */
export function unknownBlock(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-block',
    severity: 'error',
    message: `No block is called "${name}".`,
    hint: nearestHint(name, names, 'Blocks and code languages follow the ``` of a fence'),
    span,
  };
}

/** A code fence names a language that cannot be highlighted. */
export function unknownLanguage(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-language',
    severity: 'warning',
    message: `No code language is called "${name}", so the code is not coloured.`,
    hint: nearestHint(name, names, 'Write "text" for code without a language'),
    span,
  };
}

/** A block's body has a key that the block does not know. */
export function unknownBlockKey(
  key: string,
  keys: readonly string[],
  block: string,
  span: Span,
): Problem {
  return {
    code: 'unknown-block-key',
    severity: 'error',
    message: `A ${block} block has no key "${key}" here.`,
    hint: nearestHint(key, keys, 'Its keys are listed in docs/blocks.md'),
    span,
  };
}

/** A block's body leaves out a key that the block needs. */
export function missingBlockKey(key: string, block: string, span: Span): Problem {
  return {
    code: 'missing-block-key',
    severity: 'error',
    message: `The ${block} block needs the key "${key}".`,
    hint: `Add a line "${key}: ..." to its body.`,
    span,
  };
}

/** A value is not what its key takes. */
export function wrongValue(key: string, expected: string, span: Span, hint?: string): Problem {
  return {
    code: 'wrong-value',
    severity: 'error',
    message: `"${key}" has to be ${expected}.`,
    ...(hint ? { hint } : {}),
    span,
  };
}

/** A picture's file does not exist. */
export function missingPicture(path: string, paths: readonly string[], span: Span): Problem {
  const nearest = findNearestPath(path, paths);
  return {
    code: 'missing-picture',
    severity: 'error',
    message: `There is no picture "${path}".`,
    hint: nearest ? `Did you mean "${nearest}"?` : PATHS_HINT,
    span,
  };
}

/** A picture says nothing to those who do not see it. */
export function missingAlt(path: string, span: Span): Problem {
  return {
    code: 'missing-alt',
    severity: 'warning',
    message: `The picture "${path}" has no words for those who cannot see it.`,
    hint: 'Write them between the brackets: ![A crab on a rostrum](crab.svg).',
    span,
  };
}

/** Raw HTML carries script in an attribute. */
export function inlineHandler(attribute: string, span: Span): Problem {
  return {
    code: 'inline-handler',
    severity: 'warning',
    message: `The attribute "${attribute}" would run a script, so it is left out.`,
    hint: 'Behaviour belongs into a block of your own, see docs/blocks.md.',
    span,
  };
}

/** Raw HTML holds an element that would act on more than its slide. */
export function forbiddenTag(name: string, span: Span): Problem {
  return {
    code: 'forbidden-tag',
    severity: 'warning',
    message: `The element <${name}> acts on the whole page, so it is left out of the slide.`,
    hint: 'Behaviour belongs into a block of your own, see docs/blocks.md.',
    span,
  };
}

/** Raw HTML opens an element that its part of the slide never closes. */
export function unclosedTag(name: string, span: Span): Problem {
  return {
    code: 'unclosed-tag',
    severity: 'warning',
    message: `The element <${name}> is not closed, so it is closed where its part of the slide ends.`,
    hint: `Write </${name}> where it should end.`,
    span,
  };
}

/** Raw HTML closes an element that is not open. */
export function strayTag(name: string, span: Span): Problem {
  return {
    code: 'stray-tag',
    severity: 'warning',
    message: `Nothing called <${name}> is open here, so </${name}> is left out.`,
    hint: `Take it out, or write <${name}> before it.`,
    span,
  };
}

/** A block has no rows to show on the talk's date. */
export function nothingToShow(block: string, dataset: string, span: Span): Problem {
  return {
    code: 'nothing-to-show',
    severity: 'error',
    message: `The ${block} finds nothing to show in "${dataset}" on the talk's date.`,
    hint: 'Loosen what chooses its rows, or take the block off the slide.',
    span,
  };
}

/** What a block holds is more than a slide has room for at a readable size. */
export function tooMuchToShow(
  block: string,
  about: { what: string; hint: string },
  span: Span,
): Problem {
  return {
    code: 'too-much-to-show',
    severity: 'error',
    message: `The ${block} cannot show ${about.what} in text that can be read from the last row.`,
    hint: about.hint,
    span,
  };
}

/** A data file is no JSON. */
export function badJson(what: string, span: Span): Problem {
  return {
    code: 'bad-json',
    severity: 'error',
    message: `${what}.`,
    hint: 'Data files are strict JSON: double quotes, no comments, no comma after the last item.',
    span,
  };
}

/** An object in a data file has the same key twice. */
export function duplicateKey(key: string, span: Span): Problem {
  return {
    code: 'duplicate-key',
    severity: 'error',
    message: `The key "${key}" stands twice here, and only one would count.`,
    hint: 'Take one of them out.',
    span,
  };
}

/** A data file is not built as a dataset. */
export function badDataset(what: string, span: Span, hint?: string): Problem {
  return {
    code: 'bad-dataset',
    severity: 'error',
    message: `${what}.`,
    hint: hint ?? 'docs/data.md shows what a dataset looks like.',
    span,
  };
}

/** A dataset file has a key of its own making. */
export function unknownDatasetKey(key: string, keys: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-data-key',
    severity: 'error',
    message: `No key of a dataset is called "${key}".`,
    hint: nearestHint(key, keys, 'What the rows hold is free; the keys around them are fixed'),
    span,
  };
}

/** A value in a row is not what the recipe says. */
export function schemaMismatch(path: string, what: string, span: Span): Problem {
  return {
    code: 'schema-mismatch',
    severity: 'error',
    message: `"${path}" ${what}.`,
    hint: 'The recipe, the .ts file beside the dataset, says what a row holds; null is "not known" where it allows it.',
    span,
  };
}

/** A row names a source that the dataset does not list. */
export function unknownSource(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-source',
    severity: 'error',
    message: `The dataset lists no source "${id}".`,
    hint: nearestHint(id, ids, 'Sources are the keys of "sources"'),
    span,
  };
}

/** Two rows tell the same fact. */
export function duplicateRow(name: string, span: Span): Problem {
  return {
    code: 'duplicate-row',
    severity: 'error',
    message: `There is already a row for ${name}.`,
    hint: 'A corrected fact gets a "since": the day from which it replaces the other.',
    span,
  };
}

/** Rows do not say where they come from. */
export function noSource(dataset: string, span: Span): Problem {
  return {
    code: 'no-source',
    severity: 'warning',
    message: `The rows of "${dataset}" do not say where they come from.`,
    hint: 'Wrap them: {"title": "...", "sources": {"id": {"name": "..."}}, "rows": [...]}.',
    span,
  };
}

/** What keeps a dataset up to date while a talk is shown is not written as it should be. */
export function badLive(what: string, span: Span): Problem {
  return {
    code: 'bad-live',
    severity: 'error',
    message: `${what}.`,
    hint: 'Write "live": {"interval": "10min"}, and perhaps the "url" or "stream" of a source of its own.',
    span,
  };
}

/** A link in a data file does not lead to the web. */
export function badUrl(url: string, span: Span): Problem {
  return {
    code: 'bad-url',
    severity: 'error',
    message: `"${url}" is not an http or https address.`,
    hint: 'Links from data lead to the web and nowhere else.',
    span,
  };
}

/** A text in a data file is too long to be shown. */
export function textTooLong(most: number, span: Span): Problem {
  return {
    code: 'text-too-long',
    severity: 'error',
    message: `A text in a data file has at most ${most} characters.`,
    hint: 'Long texts belong on slides or in notes.',
    span,
  };
}

/** A date is not written as one, or is none. */
export function badDate(text: string, span: Span): Problem {
  return {
    code: 'bad-date',
    severity: 'error',
    message: `"${text}" is not a date.`,
    hint: 'Dates are written 2024-09-18, and in data also 2024-09 or 2024.',
    span,
  };
}

/** A dataset's recipe could not be imported or is none. */
export function brokenRecipe(reason: string, span: Span): Problem {
  return {
    code: 'broken-recipe',
    severity: 'error',
    message: `The recipe could not be used: ${reason}.`,
    hint: 'A recipe is a TypeScript file whose default export is defineDataset({ schema: ... }).',
    span,
  };
}

/** A row names no source although the dataset lists several. */
export function noRowSource(span: Span): Problem {
  return {
    code: 'no-row-source',
    severity: 'warning',
    message: 'This row does not say which of the sources it comes from.',
    hint: 'Give it "source": the id of one of "sources".',
    span,
  };
}

/** The YAML of front matter or of a block cannot be read. */
export function badYaml(reason: string, span: Span): Problem {
  return {
    code: 'bad-yaml',
    severity: 'error',
    message: `This cannot be read as YAML: ${reason}`,
    hint: 'Each line is "key: value"; a value that holds ": " or begins with a sign goes in quotes.',
    span,
  };
}

/** Front matter sets a key that does not exist there; `isElsewhere` when the other kind of front matter has it. */
export function unknownKey(
  key: string,
  names: readonly string[],
  { owner, isElsewhere }: { owner: 'talk' | 'slide'; isElsewhere: boolean },
  span: Span,
): Problem {
  const elsewhere =
    owner === 'talk'
      ? `"${key}" belongs to a slide: set it in front matter of the slide's own, below the talk's.`
      : `"${key}" belongs to the talk: set it in the front matter at the top of the talk's file.`;
  return {
    code: 'unknown-key',
    severity: 'error',
    message: `A ${owner} has no key "${key}".`,
    hint: isElsewhere ? elsewhere : nearestHint(key, names, `A ${owner} has ${names.join(', ')}`),
    span,
  };
}

/** Front matter begins below a cut and no dashes end it. */
export function unclosedFrontMatter(span: Span): Problem {
  return {
    code: 'unclosed-front-matter',
    severity: 'error',
    message: 'No line "---" ends this front matter.',
    hint: 'End it with "---"; where it is text of the slide, leave a blank line above it.',
    span,
  };
}

/** Text at the top of a slide looks like front matter that lost its dashes. */
export function lostFrontMatter(span: Span): Problem {
  return {
    code: 'lost-front-matter',
    severity: 'error',
    message: 'This looks like front matter, but it is read as text of the slide.',
    hint: 'Put it between two lines "---" without a blank line after the first; a formatter may have moved it.',
    span,
  };
}

/** A key that changes an included slide is set on one that is written here. */
export function onlyBesideSrc(key: string, span: Span): Problem {
  return {
    code: 'only-beside-src',
    severity: 'error',
    message: `"${key}" changes a slide that "src" brings in, and this slide is written here.`,
    hint: key === 'title' ? 'Its title is its first heading.' : `Take "${key}" out.`,
    span,
  };
}

/** Two cuts follow each other with nothing between them. */
export function emptySlide(span: Span): Problem {
  return {
    code: 'empty-slide',
    severity: 'warning',
    message: 'There is nothing on this slide.',
    hint: 'Two lines "---" with nothing between make an empty slide; take one of them out.',
    span,
  };
}

/** A code fence has no end. */
export function unclosedFence(marker: string, span: Span): Problem {
  return {
    code: 'unclosed-fence',
    severity: 'error',
    message: 'This code fence is not closed, so it ends where its slide does.',
    hint: `End it with a line ${marker}.`,
    span,
  };
}

/** A container has no end. */
export function unclosedContainer(name: string, span: Span): Problem {
  return {
    code: 'unclosed-container',
    severity: 'error',
    message: `The container "${name}" is not closed.`,
    hint: 'Each container ends with a line ":::" of its own, those inside of it too.',
    span,
  };
}

/** A container has a name that does not exist. */
export function unknownContainer(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-container',
    severity: 'error',
    message: `No container is called "${name}".`,
    hint: nearestHint(name, names, `Containers are ${names.join(', ')}`),
    span,
  };
}

/** A line `:::` closes nothing. */
export function strayContainerEnd(span: Span): Problem {
  return {
    code: 'stray-container-end',
    severity: 'error',
    message: 'No container is open that this line could close.',
    hint: 'Take it out, or open a container above it with ":::" and its name.',
    span,
  };
}

/** A line `::name::` names a place that no layout has. */
export function unknownSlot(name: string, span: Span): Problem {
  return {
    code: 'unknown-slot',
    severity: 'error',
    message: `No layout has a place called "${name}".`,
    hint: 'The one such line is "::right::", which begins the second column of the layout two-columns.',
    span,
  };
}

/** An HTML comment has no end. */
export function unclosedComment(span: Span): Problem {
  return {
    code: 'unclosed-comment',
    severity: 'error',
    message: 'This comment is not closed.',
    hint: 'End it with "-->"; a comment that holds blank lines begins on a line of its own.',
    span,
  };
}

/** A raw HTML element whose content is not Markdown has no end. */
export function unclosedHtml(name: string, span: Span): Problem {
  return {
    code: 'unclosed-html',
    severity: 'error',
    message: `The element <${name}> is not closed, so it ends where its slide does.`,
    hint: `End it with </${name}>.`,
    span,
  };
}

/** Braces open a value and none close it. */
export function unclosedValue(span: Span): Problem {
  return {
    code: 'unclosed-value',
    severity: 'error',
    message: 'These braces open a value that is not closed in the same paragraph.',
    hint: 'End it with "}}", or write "\\{{" for the braces themselves.',
    span,
  };
}

/** An `.element` comment cannot be read. */
export function badAttributes(rest: string, span: Span): Problem {
  return {
    code: 'bad-attributes',
    severity: 'error',
    message: rest === '' ? 'No attributes stand here.' : `This is not an attribute: ${rest}`,
    hint: 'Write <!-- .element: class="fragment" --> with quotes around each value.',
    span,
  };
}

/** A comment looks like one that steers and is none. */
export function unknownComment(name: string, span: Span): Problem {
  return {
    code: 'unknown-comment',
    severity: 'error',
    message: `The comment "${name}" means nothing here.`,
    hint:
      name === '.slide'
        ? 'What concerns the whole slide is set in its front matter: class, background, ...'
        : 'Comments with a meaning are <!-- pause --> and <!-- .element: class="..." -->.',
    span,
  };
}

/** A comment is neither the slide's notes nor a remark. */
export function strayComment(span: Span): Problem {
  return {
    code: 'stray-comment',
    severity: 'warning',
    message: 'Only the last comment of a slide becomes its notes, so this one is shown to nobody.',
    hint: 'Write <!-- // ... --> for a remark, or move its text into the notes.',
    span,
  };
}

/** The line steps of a code fence cannot be read, or name lines that it does not have. */
export function badLineSteps(
  part: string,
  { first, last }: { first: number; last: number },
  span: Span,
): Problem {
  const range = first === last ? `just line ${first}` : `lines ${first} to ${last}`;
  return {
    code: 'bad-line-steps',
    severity: 'error',
    message: `"${part}" names no lines of this code, which has ${range}.`,
    hint: 'Line steps are lines, ranges, "all" or "none" with "|" between, as in {1-2|5|all}.',
    span,
  };
}

/** A code fence says something after its language that means nothing. */
export function unknownFenceOption(option: string, names: readonly string[], span: Span): Problem {
  const nearest = findNearest(option.replace(/^\{|[=:}\s].*$/gs, ''), names);
  return {
    code: 'unknown-fence-option',
    severity: 'error',
    message: `"${option}" means nothing after the language of a code fence.`,
    hint: nearest
      ? `Did you mean "${nearest}"?`
      : 'There stand line steps {1-2|5|all}, {startLine=26}, {title="..."} and {values}.',
    span,
  };
}

/** A data block says something after its name. */
export function blockArguments(name: string, span: Span): Problem {
  return {
    code: 'block-arguments',
    severity: 'error',
    message: `Nothing can stand after the name of the block "${name}".`,
    hint: 'Its settings are the YAML lines inside of the fence.',
    span,
  };
}

/** A block draws a column that holds something else than numbers. */
export function wrongCell(column: string, dataset: string, found: string, span: Span): Problem {
  return {
    code: 'wrong-cell',
    severity: 'error',
    message: `Column "${column}" of "${dataset}" has to hold numbers, and holds ${found}.`,
    hint: 'Write numbers without quotes and units; null stands for a number that is not known.',
    span,
  };
}

/** A block draws numbers, and its dataset has none. */
export function noNumbers(dataset: string, span: Span): Problem {
  return {
    code: 'no-numbers',
    severity: 'error',
    message: `"${dataset}" has no column of numbers to draw on the talk's date.`,
    hint: 'Name the column with "y", or choose another dataset.',
    span,
  };
}

/** A chart accents something that is not in it. */
export function unknownHighlight(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-highlight',
    severity: 'error',
    message: `Nothing in the chart is called "${name}".`,
    hint: nearestHint(name, names, 'Lines, bars and points go by their names'),
    span,
  };
}

/** A chart of then and now has only one of the two. */
export function onlyOneDate(dataset: string, span: Span): Problem {
  return {
    code: 'only-one-date',
    severity: 'error',
    message: `A slope needs two places of "${dataset}", and there is only one on the talk's date.`,
    hint: 'Add the earlier row, or draw a figure instead.',
    span,
  };
}

/** A talk's own stylesheet does not exist. */
export function missingStylesheet(path: string, paths: readonly string[], span: Span): Problem {
  const nearest = findNearestPath(path, paths);
  return {
    code: 'missing-stylesheet',
    severity: 'error',
    message: `There is no stylesheet "${path}".`,
    hint: nearest ? `Did you mean "${nearest}"?` : PATHS_HINT,
    span,
  };
}

/** An arrow of a tree begins or ends at a box that does not exist. */
export function unknownBox(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-box',
    severity: 'error',
    message: `No box of the tree has the id "${id}".`,
    hint: nearestHint(id, ids, 'Boxes get their ids with "id"'),
    span,
  };
}

/** Who is at fault on a laid-out slide: `what` begins the sentence, `more` counts its like, `when` says in which look. */
interface Subject {
  what: string;
  more: number;
  when: string;
  span?: Span | undefined;
}

function withMore({ what, more }: Subject): string {
  return more === 0 ? what : `${what}, like ${more} more,`;
}

function toPixels(value: number): string {
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} px`;
}

/** Something reaches beyond the edge of the slide. */
export function contentOverflow(
  { edge, pixels }: { edge: string; pixels: number },
  subject: Subject,
): Problem {
  const by = toPixels(pixels);
  const where =
    edge === 'foot'
      ? `reaches ${by} into the slide's foot`
      : `leaves the slide by ${by} at the ${edge}`;
  return {
    code: 'content-overflow',
    severity: 'error',
    message: `${withMore(subject)} ${where}${subject.when}.`,
    hint: 'Shorten the slide, or make two of it.',
    ...placed(subject),
  };
}

/** Something is cut off by the box it stands in. */
export function contentClipped({ pixels }: { pixels: number }, subject: Subject): Problem {
  return {
    code: 'content-clipped',
    severity: 'error',
    message: `${withMore(subject)} is cut off by ${toPixels(pixels)} in its box${subject.when}.`,
    hint: 'On a slide nobody scrolls: shorten it, or give it more room.',
    ...placed(subject),
  };
}

/** Two texts are drawn over each other. */
export function textOverlap({ other }: { other: string }, subject: Subject): Problem {
  return {
    code: 'text-overlap',
    severity: 'error',
    message: `${withMore(subject)} lies over ${other}${subject.when}.`,
    hint: 'Shorten one of the two, or give them more room.',
    ...placed(subject),
  };
}

/** Text is too small for the last row. */
export function smallText(
  { pixels, least }: { pixels: number; least: number },
  subject: Subject,
): Problem {
  return {
    code: 'small-text',
    severity: 'error',
    message: `${withMore(subject)} is set in ${toPixels(pixels)}${subject.when}; the least is ${least} px on a slide of 1280 by 720.`,
    hint: 'Say less in larger letters.',
    ...placed(subject),
  };
}

/** Text is too faint on its ground. */
export function lowContrast(
  { ratio, least, colours }: { ratio: number; least: number; colours: string },
  subject: Subject,
): Problem {
  return {
    code: 'low-contrast',
    severity: 'error',
    message: `${withMore(subject)} has a contrast of ${Math.floor(ratio * 100) / 100}:1${subject.when}; it needs ${least}:1.`,
    hint: `It is ${colours}.`,
    ...placed(subject),
  };
}

/** A picture on a laid-out slide has no words beside it. */
export function unnamedPicture(subject: Subject): Problem {
  return {
    code: 'unnamed-picture',
    severity: 'error',
    message: `${withMore(subject)} has no words for those who cannot see it.`,
    hint: 'Give it alt="..."; alt="" where it only repeats the words beside it.',
    ...placed(subject),
  };
}

/** A font that a slide asks for is not there. */
export function missingFont({ family }: { family: string }, subject: Subject): Problem {
  return {
    code: 'missing-font',
    severity: 'error',
    message: `The font "${family}" could not be loaded, so ${subject.what} is set in another.`,
    hint: 'See whether the address in its @font-face rule leads to a file.',
    ...placed(subject),
  };
}

/** A block or picture could not be drawn. */
export function blockNotDrawn({ reason }: { reason: string }, subject: Subject): Problem {
  return {
    code: 'block-not-drawn',
    severity: 'error',
    message: `${withMore(subject)} was not drawn${subject.when}: ${reason.replace(/\.$/, '')}.`,
    hint: 'Open the slide with "npm start": it says more in its place.',
    ...placed(subject),
  };
}

function placed({ span }: Subject): { span?: Span } {
  return span ? { span } : {};
}
