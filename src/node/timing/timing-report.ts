import { printTime } from '../../talk/text/duration.ts';
import { plural } from '../../talk/text/plural.ts';
import { wrapText } from '../../talk/text/wrap.ts';
import type { Cuts } from '../../talk/timing/cuts.ts';
import { findCuts } from '../../talk/timing/cuts.ts';
import type { RunTiming, SlideTiming, TalkTiming } from '../../talk/timing/timing.ts';
import { renderTable, type PrintedCell, type Screen } from '../data/report/text-table.ts';

/** Runs that are shown beside the median; the last ones. */
const MAX_RUNS = 4;
/** Differences of fewer seconds have no colour. */
export const MIN_DIFFERENCE = 10;

/** Writes a talk's plan beside its rehearsals for the terminal, by section and by slide. */
export function renderTiming(timing: TalkTiming, screen: Screen): string {
  const head = `${screen.style.bold(timing.talk)}  ${timing.title}`;
  const parts = [
    [head, summarizeTiming(timing)].join('\n'),
    renderTimes(timing, screen),
    listCuts(timing).join('\n'),
    [...listUntimed(timing), ...listRuns(timing)].join('\n'),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('\n')
        .flatMap((line) => fold(line, screen))
        .join('\n'),
    )
    .join('\n\n');
}

/** Says how long the talk is expected to be, and how that fits: "3 rehearsals: 22:40 expected, 20:00 planned, ..." */
export function summarizeTiming(timing: TalkTiming): string {
  const { runs, expected, duration, planned } = timing;
  const cuts = findCuts(timing);
  const own = planned !== null && planned !== duration ? `, ${printTime(planned)} planned` : '';
  const limit = duration === null ? '' : `, ${printTime(duration)} to speak`;
  const fit = cuts === null ? '' : `: ${describeFit(cuts.over)}`;
  return `${plural(runs.length, 'rehearsal')}, ${printTime(expected)} expected${own}${limit}${fit}.`;
}

function describeFit(over: number): string {
  if (Math.abs(over) < MIN_DIFFERENCE) return 'it fits';
  return over > 0 ? `${printTime(over)} too long` : `${printTime(-over)} are left`;
}

/** Lists what to cut from a talk that takes too long, and what else a speaker should know; empty for nothing. */
export function listCuts(timing: TalkTiming): string[] {
  const cuts = findCuts(timing);
  if (!cuts) return [];
  const { slides, skipped, left, over } = cuts;
  const lines = slides.map(describeCut);
  const head = lines.length > 0 ? [`To save ${printTime(over)}:`] : [];
  if (over >= MIN_DIFFERENCE && left >= MIN_DIFFERENCE)
    lines.push(
      `  The plan itself is ${printTime(left)} too long: leave slides out, or make them backup.`,
    );
  const passed = skipped.map(
    ({ title, id }) => `"${title || id}" was passed over each time: it could be a backup slide.`,
  );
  return [...head, ...lines, ...passed];
}

function describeCut({ slide, over }: Cuts['slides'][number]): string {
  const { title, id, number, median, longestStep } = slide;
  const step =
    longestStep && longestStep.seconds >= MIN_DIFFERENCE
      ? `; longest ${longestStep.step === 0 ? 'before its first step' : `at its step ${longestStep.step}`}, ${printTime(longestStep.seconds)}`
      : '';
  return `  ${number} "${title || id}" takes ${printTime(median ?? 0)}, ${printTime(over)} more than planned${step}.`;
}

/** Names the slides without a time in any run; the clock of most runs starts when the first slide is left. */
export function listUntimed({ slides }: TalkTiming): string[] {
  const names = slides.filter(({ median }) => median === null).map(({ number }) => number);
  if (names.length === 0) return [];
  const noun = names.length === 1 ? 'slide' : 'slides';
  return [`No run has a time for ${noun} ${names.join(', ')}.`];
}

/** Lists what is worth knowing of single runs. */
export function listRuns({ runs, slides }: TalkTiming): string[] {
  const titles = new Map(slides.map(({ id, title }) => [id, title || id]));
  return runs.flatMap((run) => {
    const name = printDay(run);
    const facts = [
      run.cutOff !== null &&
        `ended early, at "${titles.get(run.cutOff) ?? run.cutOff}", whose time does not count`,
      run.missing.length > 0 &&
        `has slides that the talk no longer has: ${run.missing.map(({ id, seconds }) => `${id} (${printTime(seconds)})`).join(', ')}`,
      run.backup >= 1 && `was ${printTime(run.backup)} on backup slides`,
      run.paused >= 1 && `paused ${printTime(run.paused)}`,
    ].filter((fact) => fact !== false);
    return facts.map((fact) => `The run of ${name} ${fact}.`);
  });
}

/** Writes when a run began, in the time of this machine: "30 Nov 10:15". */
export function printDay({ startedAt }: Pick<RunTiming, 'startedAt'>): string {
  const date = new Date(startedAt);
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return `${day} ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
}

function renderTimes(timing: TalkTiming, screen: Screen): string {
  const { runs, sections, slides, planned, expected } = timing;
  const from = Math.max(0, runs.length - MAX_RUNS);
  const shown = runs.length > 1 ? runs.slice(from) : [];
  const bySlide = new Map(slides.map((slide) => [slide.id, slide]));
  const hasSections = sections.length > 1;
  const rows = sections.flatMap((section) => {
    const own = section.slides.flatMap((id) => bySlide.get(id) ?? []);
    const head = renderRow({ ...section, number: null }, { screen, from, isBold: true });
    return [...(hasSections ? [head] : []), ...own.map((one) => renderRow(one, { screen, from }))];
  });
  const all = runs.map(({ seconds }) => seconds);
  const total = { title: 'All', number: null, planned, runs: all, median: expected };
  const heads = ['', 'slide', 'plan', 'median', '', ...shown.map(printDay)];
  return renderTable(heads, [...rows, renderRow(total, { screen, from, isBold: true })], screen);
}

type Row = Pick<SlideTiming, 'title' | 'planned' | 'runs' | 'median'> & {
  id?: string | null;
  number: number | null;
};

function renderRow(
  row: Row,
  { screen, from, isBold = false }: { screen: Screen; from: number; isBold?: boolean },
): PrintedCell[] {
  const { bold, dim, red, green } = screen.style;
  const { title, id, number, planned, median, runs } = row;
  const over = planned === null || median === null ? 0 : median - planned;
  const isClear = Math.abs(over) >= MIN_DIFFERENCE;
  const paint = isBold ? { paint: bold } : {};
  const shown = runs.length > 1 ? runs.slice(from) : [];
  return [
    { text: number === null ? '' : String(number), isRight: true, paint: dim },
    { text: title || (id ?? ''), ...paint },
    { text: printClockTime(planned), isRight: true, ...paint },
    { text: printClockTime(median), isRight: true, ...paint },
    { text: isClear ? printDifference(over) : '', isRight: true, paint: over > 0 ? red : green },
    ...shown.map((time) => ({ text: printClockTime(time), isRight: true, paint: dim })),
  ];
}

/** Writes seconds as a clock shows them, "12:05"; empty for none. */
export function printClockTime(seconds: number | null): string {
  if (seconds === null) return '';
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, '0');
  return hours === 0
    ? `${minutes}:${tail}`
    : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

/** Writes how much more or less a time is: "+1:10". */
export function printDifference(seconds: number): string {
  return `${seconds < 0 ? '-' : '+'}${printClockTime(Math.abs(seconds))}`;
}

function fold(line: string, { columns }: Screen): string[] {
  return wrapText(line, Math.max(columns, 60));
}
