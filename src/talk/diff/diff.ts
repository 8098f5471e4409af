import type { Slide, Talk, ValueUse } from '../model/talk.ts';
import type {
  SettingChange,
  SlideDiff,
  SlidePlace,
  TalkDiff,
  TalkSide,
  WordRun,
} from './slide-change.ts';
import { diffData, undate, type SlideInTalk } from './figure-changes.ts';
import { pairSlides, type Pair } from './pair-slides.ts';
import { diffWords } from './word-diff.ts';

/** Compares two talks, or one talk on two days, slide by slide. */
export function diffTalks(before: Talk, after: Talk): TalkDiff {
  const pairs = pairSlides(before.slides, after.slides);
  const slides = arrange(before, after, pairs);
  const count = (test: (slide: SlideDiff) => boolean): number => slides.filter(test).length;
  return {
    before: toTalkSide(before),
    after: toTalkSide(after),
    counts: {
      same: count(({ change }) => change === 'same'),
      changed: count(({ change }) => change === 'changed'),
      added: count(({ change }) => change === 'added'),
      gone: count(({ change }) => change === 'gone'),
      moved: count(({ isMoved }) => isMoved),
      figures: slides.reduce((sum, { figures }) => sum + figures.length, 0),
    },
    slides,
  };
}

/** Lists the slides of the second talk, with removed slides after those they followed in the first. */
function arrange(before: Talk, after: Talk, pairs: readonly Pair[]): SlideDiff[] {
  const partners = new Map(pairs.map((pair) => [pair.after, pair]));
  const paired = new Map(pairs.map((pair) => [pair.before, pair]));
  const listGone = (from: number): SlideDiff[] => {
    const gone: SlideDiff[] = [];
    for (let at = from; at < before.slides.length && !paired.has(at); at++) {
      gone.push(alone('gone', before.slides[at], at));
    }
    return gone;
  };
  const shown = after.slides.flatMap((slide, index) => {
    const pair = partners.get(index);
    const old = pair && before.slides[pair.before];
    if (!pair || !old) return [alone('added', slide, index)];
    const sides = [
      { slide: old, talk: before },
      { slide, talk: after },
    ] as const;
    return [diffSlide(sides, pair), ...listGone(pair.before + 1)];
  });
  return [...listGone(0), ...shown];
}

function diffSlide([old, now]: readonly [SlideInTalk, SlideInTalk], pair: Pair): SlideDiff {
  const [before, after] = [old.slide, now.slide];
  const data = diffData(old, now);
  const settings = diffSettings(before, after);
  const found = [...diffWording(before, after), ...data.words];
  const hasNewNotes = before.notes !== after.notes;
  const isExplained = data.figures.length + settings.length + found.length > 0;
  // The remaining lines come from the talk itself, such as those of a cover.
  const isOther =
    !isExplained &&
    before.text !== after.text &&
    undate(before.text, old.talk) !== undate(after.text, now.talk);
  const words = isOther ? diffWords(before.text, after.text) : found;
  const isSame = !isExplained && !isOther && !hasNewNotes;
  return {
    change: isSame ? 'same' : 'changed',
    isMoved: pair.isMoved,
    before: toPlace(before, pair.before),
    after: toPlace(after, pair.after),
    figures: data.figures,
    settings,
    words,
    hasNewNotes,
  };
}

function alone(change: 'added' | 'gone', slide: Slide | undefined, at: number): SlideDiff {
  const place = slide ? toPlace(slide, at) : null;
  return {
    change,
    isMoved: false,
    before: change === 'gone' ? place : null,
    after: change === 'added' ? place : null,
    figures: [],
    settings: [],
    words: [],
    hasNewNotes: false,
  };
}

/** Compares texts as written, which ignores new data, and returns the changes with values filled in. */
function diffWording(before: Slide, after: Slide): WordRun[][] {
  return diffWords(before.wording, after.wording).map((line) =>
    line.map(({ kind, text }) => {
      const { values } = kind === 'gone' ? before : after;
      return { kind, text: fillIn(text, values) };
    }),
  );
}

const VALUE = /\{\{([^{}]*)\}\}/g;

function fillIn(text: string, values: readonly ValueUse[]): string {
  return text.replace(VALUE, (raw, inner: string) => {
    const value = values.find(({ expression }) => expression === inner.trim());
    return value?.text ?? raw;
  });
}

function diffSettings(before: Slide, after: Slide): SettingChange[] {
  const settings: SettingChange[] = [
    { name: 'title', before: before.title, after: after.title },
    { name: 'layout', before: before.layout, after: after.layout },
    { name: 'class', before: before.classes.join(' '), after: after.classes.join(' ') },
    { name: 'visibility', before: before.visibility, after: after.visibility },
    { name: 'time', before: printTime(before.time), after: printTime(after.time) },
    { name: 'steps', before: String(before.steps), after: String(after.steps) },
  ];
  return settings.filter((setting) => setting.before !== setting.after);
}

function printTime(seconds: number | null): string {
  return seconds === null ? '' : `${seconds} s`;
}

function toTalkSide({ name, meta, asOf, slides }: Talk): TalkSide {
  return { talk: name, title: meta.title, event: meta.event, asOf, slides: slides.length };
}

function toPlace({ id, title, number, place, via }: Slide, index: number): SlidePlace {
  return { id, title, position: index + 1, number, place, via };
}
