import { printDate } from '../../talk/data/date.ts';
import type {
  FigureChange,
  SettingChange,
  SlideDiff,
  TalkDiff,
  TalkSide,
  WordRun,
} from '../../talk/diff/slide-change.ts';
import { hangText } from '../../talk/text/wrap.ts';
import type { Terminal } from '../terminal.ts';
import { plural } from '../../talk/text/plural.ts';

type Style = Terminal['style'];
/** What a difference is written with. */
type Screen = Pick<Terminal, 'style' | 'columns'>;

/** Maximum differences listed of one slide; the rest is counted, and `--json` has everything. */
const MAX_LINES = 12;

/** Writes the difference of two talks for the terminal, slide by slide, figures first. */
export function renderDiff(diff: TalkDiff, screen: Screen): string {
  const { slides, before, after } = diff;
  const pick = (change: SlideDiff['change']): SlideDiff[] =>
    slides.filter((slide) => slide.change === change);
  const moved = slides.filter(({ change, isMoved }) => change === 'same' && isMoved);
  const same = slides.filter(({ change, isMoved }) => change === 'same' && !isMoved);
  const [first, second] = nameSides(diff);
  const groups = [
    renderChanges(pick('changed'), screen),
    renderList('Moved', moved, screen),
    renderList(`Only in ${second}`, pick('added'), screen),
    renderList(`Only in ${first}`, pick('gone'), screen),
    renderList('The same', same, screen),
  ];
  const head = [...renderSides([before, after], screen), '', `  ${summarizeDiff(diff)}`];
  return [head, ...groups.filter((group) => group.length > 0)]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Sums up a difference: "Slides: 6 changed, 3 new, 48 gone, 7 the same. 12 figures differ." */
export function summarizeDiff({ counts }: TalkDiff): string {
  const parts = [
    [counts.changed, 'changed'],
    [counts.added, 'new'],
    [counts.gone, 'gone'],
    [counts.same, 'the same'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const moved = counts.moved === 0 ? '' : ` ${counts.moved} moved.`;
  const figures = counts.figures === 1 ? '1 figure differs' : `${counts.figures} figures differ`;
  return `Slides: ${said.join(', ')}.${moved} ${counts.figures === 0 ? 'No figure differs' : figures}.`;
}

/** Names the two sides so that they can be told apart: by talk, or by day where it is one talk. */
export function nameSides({ before, after }: TalkDiff): [string, string] {
  if (before.talk !== after.talk) return [before.talk, after.talk];
  return [printDate(before.asOf), printDate(after.asOf)];
}

function renderSides(sides: readonly TalkSide[], { style, columns }: Screen): string[] {
  const width = Math.max(...sides.map(({ talk }) => talk.length));
  return sides.flatMap(({ talk, title, event, asOf, slides }, index) => {
    const sign = index === 0 ? '-' : '+';
    const facts = style.dim(`${plural(slides, 'slide')}, data as of ${printDate(asOf)}`);
    const about = [title, event].filter(Boolean).join(' · ');
    const head = `${sign} ${style.bold(talk.padEnd(width))}  `;
    return hangText(head, `${about}\n${facts}`, columns);
  });
}

function renderChanges(slides: readonly SlideDiff[], screen: Screen): string[] {
  if (slides.length === 0) return [];
  const rendered = slides.flatMap((slide) => renderChanged(slide, screen));
  return [screen.style.bold(`Changed (${slides.length})`), ...rendered];
}

function renderList(
  title: string,
  slides: readonly SlideDiff[],
  { style, columns }: Screen,
): string[] {
  if (slides.length === 0) return [];
  const places = slides.map(({ after, before }) => after ?? before);
  const width = Math.max(...places.map((place) => place?.id.length ?? 0));
  const at = slides.map(printPositions);
  const atWidth = Math.max(...at.map((text) => text.length));
  const lines = places.flatMap((place, index) => {
    const number = style.dim((at[index] ?? '').padStart(atWidth));
    const head = `  ${number}  ${(place?.id ?? '').padEnd(width)}  `;
    return hangText(head, style.dim(place?.title ?? ''), columns).map((line) => line.trimEnd());
  });
  return [style.bold(`${title} (${slides.length})`), ...lines];
}

function renderChanged(slide: SlideDiff, { style, columns }: Screen): string[] {
  const changes = [
    ...slide.figures.map((figure) => renderFigure(figure, style)),
    ...slide.settings.map((setting) => renderSetting(setting, style)),
    ...slide.words.map((line) => renderWords(line, style)),
    ...(slide.hasNewNotes ? [style.dim('speaker notes differ')] : []),
  ];
  const told = changes.slice(0, MAX_LINES);
  const more = changes.length - told.length;
  return [
    '',
    ...hangText('  ', renderHead(slide, style), columns),
    ...told.flatMap((line) => hangText('      ', line, columns)),
    ...(more > 0 ? [style.dim(`      and ${more} more`)] : []),
  ];
}

function renderHead(slide: SlideDiff, { bold, dim }: Style): string {
  const { after, before, isMoved } = slide;
  const place = after ?? before;
  const moved = isMoved ? ', moved' : '';
  const head = [bold(place?.id ?? ''), place?.title, dim(`slide ${printPositions(slide)}${moved}`)];
  return head.filter(Boolean).join('  ');
}

function printPositions({ before, after }: SlideDiff): string {
  const positions = [before?.position, after?.position].filter((at) => at !== undefined);
  return [...new Set(positions)].join(' -> ');
}

function renderFigure({ label, before, after }: FigureChange, { red, green, dim }: Style): string {
  if (before === null) return `${label}: ${green(`+ ${after}`)}`;
  if (after === null) return `${label}: ${red(`- ${before}`)}`;
  return `${label}: ${red(nameCell(before))} ${dim('->')} ${green(nameCell(after))}`;
}

function renderSetting({ name, before, after }: SettingChange, { red, green, dim }: Style): string {
  return `${dim(`${name}:`)} ${red(nameCell(before))} ${dim('->')} ${green(nameCell(after))}`;
}

function nameCell(text: string): string {
  return text === '' ? 'none' : text;
}

/** Writes changed words; their brackets stay without colour, so that the text is complete in a file or a pipe. */
function renderWords(line: readonly WordRun[], { red, green }: Style): string {
  return line
    .map(({ kind, text }) => {
      if (kind === 'gone') return red(`[-${text}-]`);
      return kind === 'added' ? green(`{+${text}+}`) : text;
    })
    .join(' ');
}
