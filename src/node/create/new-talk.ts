import { parseDocument, isMap } from 'yaml';
import { nameSources } from '../../talk/compose/slide-id.ts';
import type { SlideFile, SlideSource } from '../../talk/model/slide-file.ts';
import { toYaml } from './talk-head.ts';

/** What the front matter of a new talk says; an empty text is left for its author to fill in. */
export interface TalkHead {
  title: string;
  speaker: string;
  event: string;
  date: string;
}

const HEAD = /^---\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Writes a talk of three slides. */
export function draftTalk(head: TalkHead): string {
  return `---
${writeHead(head)}
---

---
layout: cover
---

---

# What it is about

- The first point
- And another

<!-- What I say here, for the speaker's window: the key s. -->

---
layout: end
---

# Questions?
`;
}

/** Writes a talk that shows the slides of another: its front matter with a title and a date of its own, and a `src:` line for each slide. */
export function followTalk(other: SlideFile, name: string, head: TalkHead): string {
  return [`---\n${copyHead(other.text, head)}\n---\n`, ...listEntries(other, name)].join('\n');
}

/** Copies the front matter of the other talk without its day, which is not that of the new one. */
function copyHead(text: string, head: TalkHead): string {
  const [, source = ''] = HEAD.exec(text) ?? [];
  const document = parseDocument(source);
  if (!isMap(document.contents) || document.errors.length > 0) return writeHead(head);
  document.delete('asOf');
  for (const [key, value] of Object.entries(head)) {
    const isSet = value !== '' || key === 'date';
    if (isSet) document.set(key, value === '' ? null : value);
  }
  return document.toString({ lineWidth: 0, nullStr: '' }).trimEnd();
}

function writeHead(head: TalkHead): string {
  return Object.entries(head)
    .map(([key, value]) => `${key}: ${key === 'date' ? value : value && toYaml(value)}`.trimEnd())
    .join('\n');
}

/** Lists the running order: existing `src` lines unchanged, and a line for each slide of the talk itself. */
function listEntries(other: SlideFile, name: string): string[] {
  const own = other.slides.filter(({ spec }) => spec.src === undefined);
  const ids = nameSources(own);
  // A slide without a name can only come with all others.
  if (ids.includes('')) return [`---\nsrc: ${name}.md\n---\n`];
  const names = new Map(own.map((slide, index) => [slide, ids[index] ?? '']));
  return other.slides.map((slide) => {
    const id = names.get(slide);
    return id === undefined ? copyEntry(slide) : `---\nsrc: ${name}.md#${id}\n---\n`;
  });
}

/** Copies a slide that is nothing but its front matter. */
function copyEntry({ raw }: SlideSource): string {
  const text = raw.trim();
  return `${text.startsWith('---') ? '' : '---\n'}${text}\n`;
}
