import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSlideFile } from '../../talk/markdown/markdown.ts';
import type { SlideFile, SlideSource } from '../../talk/model/slide-file.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { applyChanges, planTimeEdits, type TimeEdit } from '../../talk/timing/edit-times.ts';
import { renderPatch } from '../../talk/timing/patch.ts';
import { chooseTimes, type UnwrittenTime } from '../../talk/timing/time-edits.ts';
import type { TalkTiming } from '../../talk/timing/timing.ts';
import { writeWhole } from '../write-whole.ts';

/** The times that a talk's file would get. */
export interface TimePatch {
  /** Number of times. */
  count: number;
  /** The lines of a unified diff; none where nothing changes. */
  lines: string[];
  unwritten: UnwrittenTime[];
  /** Writes the file, whole or not at all. */
  write(): void;
}

/** Plans how the medians of rehearsals get into the file of a talk as `time` keys, and changes nothing yet. */
export function planTimes(root: string, talk: Talk, timing: TalkTiming): TimePatch {
  const file = path.join(root, talk.file);
  const text = readFileSync(file, 'utf8');
  const parsed = parse(talk.file, text);
  const { times, unwritten } = chooseTimes(talk, timing.slides);
  const edits: TimeEdit[] = [];
  for (const { slide, time, place } of times) {
    const index = findSlide(parsed, place.line);
    if (index >= 0 && isSafe(parsed, { slide: index, time })) edits.push({ slide: index, time });
    else
      unwritten.push({ slide, reason: `there is no clear place for it near ${printPlace(place)}` });
  }
  const changes = planTimeEdits(parsed, edits);
  const lines = text.split(/\r\n?|\n/);
  return {
    count: edits.length,
    lines: changes.length === 0 ? [] : renderPatch(talk.file, lines, changes),
    unwritten,
    write: () => writeWhole(file, applyChanges(text, changes), { isPrecious: true }),
  };
}

function parse(file: string, text: string): SlideFile {
  return parseSlideFile({ path: file, text }, { kind: 'talk', blockNames: [] });
}

/** Finds the slide of a file that holds a line. */
function findSlide({ slides }: SlideFile, line: number): number {
  return slides.findLastIndex(({ span }) => span.line <= line);
}

/** Returns whether an edit changes the time of its slide and nothing else. */
function isSafe(before: SlideFile, edit: TimeEdit): boolean {
  const text = applyChanges(before.text, planTimeEdits(before, [edit]));
  const after = parse(before.path, text);
  const expected = before.slides.map((slide, index) =>
    describe(slide, index === edit.slide ? '' : slide.spec.time),
  );
  const found = after.slides.map((slide, index) =>
    describe(slide, index === edit.slide ? '' : slide.spec.time),
  );
  const hasTime = after.slides[edit.slide]?.spec.time !== undefined;
  const isSame = JSON.stringify([before.head, expected]) === JSON.stringify([after.head, found]);
  return hasTime && isSame;
}

function describe({ spec, tokens, notes }: SlideSource, time: unknown): unknown {
  const { time: _, ...others } = spec;
  return [
    others,
    time,
    notes,
    tokens
      .map(({ raw }) => raw.trim())
      .join('\n')
      .trim(),
  ];
}

function printPlace({ file, line }: { file: string; line: number }): string {
  return `${file}:${line}`;
}
