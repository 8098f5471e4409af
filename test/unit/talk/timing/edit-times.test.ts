import { expect, test } from 'vitest';
import { parseSlideFile } from '../../../../src/talk/markdown/markdown.ts';
import { applyChanges, planTimeEdits } from '../../../../src/talk/timing/edit-times.ts';

const TALK = `---
title: "A talk"  # of mine
duration: 20
---

# First

---

# Second

text

---
# why
id: third
time: "1:30" # as planned
class: a
---

# Third

---
id: fourth
background: >
  navy

---
# Fourth
---
src: ../library.md#one

---
`;

function edit(text: string, times: Record<number, string>, kind: 'talk' | 'library' = 'talk') {
  const parse = (one: string) =>
    parseSlideFile({ path: 'a.md', text: one }, { kind, blockNames: [] });
  const file = parse(text);
  const edits = Object.entries(times).map(([slide, time]) => ({ slide: Number(slide), time }));
  const changes = planTimeEdits(file, edits);
  const edited = applyChanges(text, changes);
  const [before, after] = [file, parse(edited)].map(({ slides }) =>
    slides.map(({ spec: { time: _, ...rest }, tokens }) => [
      rest,
      tokens.map(({ raw }) => raw.trim()).filter(Boolean),
    ]),
  );
  expect(after).toEqual(before);
  return { changes, edited, times: parse(edited).slides.map(({ spec }) => spec.time) };
}

test('a time is written over the one before it, and the rest of its line stays', () => {
  const { changes, times } = edit(TALK, { 2: '2min' });
  expect(changes).toEqual([
    { line: 17, removed: ['time: "1:30" # as planned'], added: ['time: 2min # as planned'] },
  ]);
  expect(times).toEqual([undefined, undefined, 120, undefined, undefined]);
});

test('a time is added below the other keys of a slide, for all kinds of keys', () => {
  const { edited, times } = edit(TALK, { 3: '45s', 4: '10s' });
  expect(edited).toContain('  navy\ntime: 45s\n\n---\n# Fourth\n');
  expect(edited).toContain('src: ../library.md#one\ntime: 10s\n\n---\n');
  expect(times).toEqual([undefined, undefined, 90, 45, 10]);
});

test('a slide without front matter gets some, also the first of a talk and of a library', () => {
  const { edited, times } = edit(TALK, { 0: '30s', 1: '1min 5s' });
  expect(edited).toContain('duration: 20\n---\n\n---\ntime: 30s\n---\n\n# First\n');
  expect(edited).toContain('# First\n\n---\ntime: 1min 5s\n---\n\n# Second\n');
  expect(times.slice(0, 2)).toEqual([30, 65]);
  expect(edit('# One\n\n---\n\n# Two\n', { 0: '5s' }, 'library').edited).toMatch(
    /^---\ntime: 5s\n---\n# One\n/,
  );
  expect(edit('---\n\n# One\n', { 0: '5s' }, 'library').edited).toBe(
    '---\ntime: 5s\n---\n\n# One\n',
  );
});

test('everything else stays as it is, with the ends of lines and the mark at the start', () => {
  const times = { 0: '30s', 1: '30s', 2: '30s', 3: '30s', 4: '30s' };
  for (const text of [TALK, `\uFEFF${TALK}`, TALK.replaceAll('\n', '\r\n')]) {
    const { edited } = edit(text, times);
    const end = text.includes('\r') ? '\r\n' : '\n';
    const added = edited.split(end).filter((line) => line === 'time: 30s').length;
    expect(added).toBe(4);
    expect(edited.replaceAll(/time: [^\r\n]*\r?\n|---\r?\n|\r?\n/g, '')).toBe(
      text.replaceAll(/time: [^\r\n]*\r?\n|---\r?\n|\r?\n/g, ''),
    );
    expect(edited.replaceAll('\r\n', '').includes('\r')).toBe(false);
    if (end === '\r\n') expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
  }
});
