import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openExporter } from '../support/exporter.ts';

const FEATURES = path.resolve(import.meta.dirname, '../../examples/features');
const LONG = Array.from({ length: 80 }, (_, index) => `int f${index + 1}(void);`).join('\n');

const SLIDES = [
  '# Opening',
  '---\nlayout: quote\n---\n\n> Words that count.\n\nTheir author',
  `# Long\n\n\`\`\`c {10-11|70|10-11}\n${LONG}\n\`\`\``,
  `# Columns\n\n\`\`\`c {1-14|30-44}\n${LONG}\n\`\`\``,
  '# Empty\n\n```c {2}\n\nint a;\n```',
  '# Compared\n\n```diff\n a\n-gone\n+come\n```',
  '---\nlayout: picture-right\n---\n\n# Edge\n\n- a point\n\n![A pendulum](/assets/pendulum.jpg)',
  '# Frame\n\n<iframe src="/assets/dial.html" title="A dial" height="300"></iframe>',
  '# Icon\n\n<svg width="24" height="24" viewBox="0 0 9 9" role="img" aria-label="A sign"><path d="M0 0h9v9z"/></svg> `code` behind it',
  '# Film\n\n![A wave](/assets/wave.webm "In a lake")',
  '# Marks\n\n<ol style="list-style: none"><li>bare</li></ol>\n\n<ol style="list-style-type: upper-roman"><li>Roman</li></ol>\n\n1. counted',
  '# Tasks\n\n- [ ] open\n- [x] done\n\n1. [x] counted task\n\n<p>Half <progress value="0.5">half</progress></p>',
  '# Letters\n\n~~old~~ and ~~**bold**~~, H<sub>2</sub>O, x<sup>2</sup>, <u>a *b*</u>, new',
  '---\nlayout: cover\nbackground: /assets/pendulum.jpg\n---\n\n# Dark\n\nBeside the picture',
  '# Fading\n\n<p style="background: linear-gradient(to top, #ff0000, transparent 40%)">upwards</p>\n\n<p style="background: radial-gradient(#00ff00, #0000ff)">round</p>',
  '# Rooms\n\n```table\ndata: rooms\ncolumns: [room, seats]\nmark: { room: Aula }\ncaption: Seats of each room\n```',
];

const ROOMS = JSON.stringify([
  { room: 'Aula', seats: 320 },
  { room: 'Blue', seats: 120 },
]);

let root: string;
let slides: string[];
let names: string[];
let packed: UnzipFileInfo[];
let day: string | undefined;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'rostrum-pptx-'));
  mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
  cpSync(path.join(FEATURES, 'assets'), path.join(root, 'assets'), {
    recursive: true,
  });
  const separator = (slide: string) => (slide.startsWith('---') ? slide : `---\n\n${slide}`);
  const text = `---\ntitle: Constructs\ndate: 2024-05-06\n---\n\n${SLIDES.map(separator).join('\n\n').replace('---\n\n', '')}\n`;
  writeFileSync(path.join(root, 'slides/talks/talk.md'), text);
  mkdirSync(path.join(root, 'data'));
  writeFileSync(path.join(root, 'data/rooms.json'), ROOMS);
  const exporter = openExporter(root);
  const { bytes } = await exporter.write('talk', 'talk.pptx');
  await exporter[Symbol.asyncDispose]();
  const { files } = await JSZip.loadAsync(bytes);
  names = Object.keys(files);
  day = files['docProps/core.xml']?.date.toISOString().slice(0, 10);
  packed = [];
  unzipSync(bytes, { filter: (file) => packed.push(file) < 0 });
  slides = await Promise.all(
    SLIDES.map(
      async (_, index) => (await files[`ppt/slides/slide${index + 1}.xml`]?.async('text')) ?? '',
    ),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const slideOf = (title: string): string => slides.find((slide) => slide.includes(title)) ?? '';

/** Lists the shapes and texts of a slide: their place in pixels, the size of their letters, and their lines. */
function listBoxes(xml: string) {
  return [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([box]) => {
    const place = /<a:off x="([^"]*)" y="([^"]*)"\/><a:ext cx="([^"]*)"/.exec(box) ?? [];
    const [x = NaN, y = NaN, width = NaN] = place
      .slice(1)
      .map((one) => Math.round(Number(one) / 9525));
    const lines = [...box.matchAll(/<a:p>.*?<\/a:p>/gs)].map(([line]) =>
      [...line.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map(([, text]) => text).join(''),
    );
    return {
      x,
      y,
      width,
      size: Number(/ sz="(\d+)"/.exec(box)?.[1]) / 75,
      lines,
    };
  });
}

const findText = (title: string, words: string) => {
  const found = listBoxes(slideOf(title)).find(({ lines }) => lines.join('\n').includes(words));
  if (!found) throw new Error(`There is no text "${words}".`);
  return found;
};

test('pictures are packed as they are, all else is compressed, and all files have the day of the talk', () => {
  const isStored = ({ compression }: UnzipFileInfo) => compression === 0;
  const [stored, compressed] = [true, false].map((wanted) =>
    packed.filter((file) => isStored(file) === wanted).map(({ name }) => name),
  );
  expect(stored?.length).toBeGreaterThan(3);
  expect(stored?.filter((name) => !/\.(?:png|jpg|jpeg)$/.test(name))).toEqual([]);
  expect(compressed?.filter((name) => !/\.(?:xml|rels|svg)$/.test(name))).toEqual([]);
  expect(day).toBe('2024-05-06');
});

test('every place is a number', () => {
  for (const slide of slides) expect(slide).not.toMatch(/NaN|Infinity|undefined/);
});

test('a quotation keeps its size after any other content', () => {
  const quote = findText('Words that count', 'Words that count');
  expect(quote.size).toBeGreaterThan(1.5 * findText('Words that count', 'Their author').size);
});

test('tasks say whether they are done, and the fields of a form are pictures', () => {
  const { lines } = findText('>Tasks<', 'open');
  expect(lines).toEqual(['\u2610 open', '\u2611 done']);
  expect(slideOf('>Tasks<')).not.toMatch(/<a:buChar[^>]*>(?:(?!<\/a:p>).)*done/s);
  expect(findText('>Tasks<', 'counted').lines).toEqual(['\u2611 counted task']);
  expect(slideOf('>Tasks<')).toContain('<p:pic>');
});

test('struck, lowered, raised and underlined letters are so in the text', () => {
  const runs = [...slideOf('>Letters<').matchAll(/<a:rPr([^>]*)>(?:(?!<a:t>).)*<a:t>([^<]*)</gs)];
  const named = (attribute: RegExp) =>
    runs.flatMap(([, style = '', text]) => (attribute.test(style) ? [text?.trim()] : []));
  expect(named(/strike="sngStrike"/)).toEqual(['old', 'bold']);
  expect(named(/baseline="-/)).toEqual(['2']);
  expect(named(/baseline="[1-9]/)).toEqual(['2']);
  expect(named(/ u="sng"/)).toEqual(['a', 'b']);
});

test('the marked parts of long code stand below each other, a line each, with their numbers', () => {
  const code = findText('>Long<', 'int f10(void);');
  expect(code.lines.map((line) => line.trim())).toEqual([
    '',
    'int f10(void);',
    'int f11(void);',
    '',
    'int f70(void);',
  ]);
  const numbers = findText('>Long<', '10');
  expect(Math.abs(numbers.y - code.y)).toBeLessThan(3);
});

test('long code in two columns has a text and its numbers in each, as large as on paper', () => {
  const [one, two] = ['int f1(void);', 'int f44(void);'].map((words) =>
    findText('>Columns<', words),
  );
  expect(one?.lines.map((line) => line.trim()).filter(Boolean)).not.toContain('int f44(void);');
  expect(two?.x).toBeGreaterThan((one?.x ?? NaN) + (one?.width ?? NaN));
  expect(two?.size).toBe(one?.size);
  expect(one?.size).toBeGreaterThan(16);
  const numbers = ['30', '44'].map((last) =>
    listBoxes(slideOf('>Columns<')).find(({ lines }) => lines.includes(last)),
  );
  for (const [index, column] of [one, two].entries()) {
    expect(numbers[index]?.x).toBeLessThan(column?.x ?? NaN);
    expect(Math.abs((numbers[index]?.y ?? NaN) - (column?.y ?? NaN))).toBeLessThan(3);
  }
});

test('code that begins with an empty line stands where it is shown', () => {
  const code = findText('>Empty<', 'int a;');
  expect(code.x).toBeLessThan(300);
  expect(code.y).toBeGreaterThan(100);
});

test('lines of a comparison have their ground from edge to edge', () => {
  const grounds = listBoxes(slideOf('>Compared<')).filter(
    ({ width, lines }) => width > 1000 && lines.join('') === '',
  );
  expect(grounds.length).toBeGreaterThanOrEqual(3);
});

test('photographs at the edge or shown whole are JPEGs, a page in a frame a picture with its name', () => {
  const media = (title: string): string[] => {
    const slide = slides.indexOf(slideOf(title)) + 1;
    return names.filter((name) => name.includes(`media/image-${slide}-`));
  };
  for (const title of ['>Edge<', '>Film<'])
    expect(media(title)).toEqual([expect.stringMatching(/\.jpe?g$/)]);
  expect(slideOf('>Frame<')).toMatch(/<p:pic>.*descr="A dial"/s);
});

test('words behind an icon begin where they are shown, on their line', () => {
  const words = findText('>Icon<', 'behind it');
  expect(words.x).toBeGreaterThan(130);
  expect(words.lines).toEqual(['code behind it']);
});

test('the name of a film has its sign as text', () => {
  expect(slideOf('>Film<')).toContain('\u25ba');
});

test('lists have the marks that their styles choose', () => {
  const paragraphs = [...slideOf('>Marks<').matchAll(/<a:p>.*?<\/a:p>/gs)].map(([one]) => one);
  const markOf = (words: string): string => {
    const found = paragraphs.find((one) => one.includes(words)) ?? '';
    return (
      /<a:buAutoNum type="(\w+)"/.exec(found)?.[1] ?? (found.includes('<a:buChar') ? 'dash' : '')
    );
  };
  expect(['bare', 'Roman', 'counted'].map(markOf)).toEqual(['', 'romanUcPeriod', 'arabicPeriod']);
});

test('a marked row of a table keeps its colour', () => {
  const cells = [...slideOf('Rooms').matchAll(/<a:tc>.*?<\/a:tc>/gs)].map(([cell]) => cell);
  const filled = cells.filter((cell) => /<\/a:lnB>\s*<a:solidFill>/.test(cell));
  expect(filled.map((cell) => /<a:t>(.*?)</.exec(cell)?.[1])).toEqual(['Aula', '320']);
});

const listFills = (title: string): string[] =>
  [...slideOf(title).matchAll(/<a:gradFill.*?<\/a:gradFill>/gs)].map(([fill]) => fill);

/** Lists the stops of a gradient: place, colour and how much of the ground each covers, in percent. */
const listStops = (fill: string) =>
  [...fill.matchAll(/pos="(\d+)"><a:srgbClr val="(\w+)"><a:alpha val="(\d+)"/g)].map(
    ([, at, colour, opacity]) => [Number(at) / 1000, colour, Number(opacity) / 1000],
  );

test('the dark of a cover lets the picture through, and fades out behind its words', () => {
  const cover = slideOf('>Dark<');
  const [fade = '', ...others] = listFills('>Dark<');
  expect(others).toEqual([]);
  // Its stops are lengths: the picture is 456 of 1280 pixels wide.
  expect(listStops(fade)).toEqual([
    [8.906, '000000', 0],
    [35.625, '000000', 84],
  ]);
  expect(fade).toContain('<a:lin ang="10800000"');
  expect(cover.indexOf('<a:gradFill')).toBeLessThan(cover.indexOf('Beside the picture'));
});

test('a gradient along a line keeps its direction, and its colour where it ends', () => {
  const [fade = '', ...others] = listFills('>Fading<');
  expect(others).toEqual([]);
  expect(listStops(fade)).toEqual([
    [0, 'FF0000', 100],
    [40, 'FF0000', 0],
  ]);
  expect(fade).toContain('<a:lin ang="16200000"');
});

test('on paper grounds are blended with it, so that none is transparent', () => {
  expect(slideOf('>Compared<')).not.toContain('<a:alpha');
});

test('the caption of a table is a text above it', () => {
  const caption = findText('>Rooms<', 'Seats of each room');
  const [, top] = /<p:graphicFrame>.*?<a:off x="[^"]*" y="([^"]*)"/s.exec(slideOf('>Rooms<')) ?? [];
  expect(caption.y).toBeLessThan(Number(top) / 9525);
});
