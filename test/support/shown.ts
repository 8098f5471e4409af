import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { kernelBlocks } from '../../src/kernel/api.ts';
import { compileTexts, readTexts, type Texts } from './fixtures.ts';

/** Attributes that no picture shows. */
const UNSEEN = / (?:id|role|tabindex|aria-[\w-]+|data-(?!fit)[\w-]+)(?:="[^"]*")?/g;
const STYLES = 'src/browser/styles';

/** Says by a hash what each picture of docs/ shows: slides as they are compiled, the values of themes, and the speaker's page. */
export function hashShown(root: string): Record<string, string> {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const themes = readdirSync(path.join(root, STYLES, 'themes')).toSorted();
  const base = listValues(read(`${STYLES}/tokens.css`));
  const speaker = [
    ...compileSlides(path.join(root, 'site/gallery'), 'locks'),
    read(`${STYLES}/deck/speaker.css`),
    read('src/browser/speaker/speaker-parts.ts'),
  ];
  const [, layout = ''] = read('docs/theming.md').split('## A layout of your own\n');
  const shown = {
    figure: compileSlides(root, 'lpc-2024', 'mailing-list'),
    'own-layout': layout.split('![')[0]?.match(/^```[^]*?^```/gm) ?? [],
    speaker,
    'speaker-phone': speaker,
    themes: [
      ...compileSlides(path.join(root, 'site/gallery'), 'looks'),
      ...themes.map((name) => read(`${STYLES}/themes/${name}`).replaceAll(/\/\*[^]*?\*\//g, '')),
    ],
  };
  return Object.fromEntries(
    Object.entries(shown).map(([name, parts]) => {
      if (parts.length === 0) throw new Error(`Nothing is shown by ${name}.`);
      const text = [base, ...parts].join('\n').replaceAll(/\s+/g, ' ');
      return [name, createHash('sha256').update(text).digest('hex').slice(0, 16)];
    }),
  );
}

/** Compiles the slides of a talk, or one of them, and leaves out what is not seen. */
function compileSlides(root: string, name: string, id?: string): string[] {
  const texts: Texts = {};
  for (const folder of ['slides', 'data']) {
    const found = Object.entries(readTexts(path.join(root, folder)));
    for (const [file, text] of found) {
      const isOther = file.startsWith('talks/') && file !== `talks/${name}.md`;
      if (!isOther && /\.(?:md|json)$/.test(file)) texts[`${folder}/${file}`] = text;
    }
  }
  const { talks } = compileTexts(texts, { blocks: kernelBlocks });
  const slides = talks.flatMap((talk) => talk.slides);
  return slides
    .filter((slide) => id === undefined || slide.id === id)
    .map(({ html, notes }) => `${html}\n${JSON.stringify(notes)}`.replaceAll(UNSEEN, ''));
}

/** Lists the values that a stylesheet sets. */
function listValues(css: string): string {
  return (css.match(/--[\w-]+:[^;]+/g) ?? []).join('\n');
}
