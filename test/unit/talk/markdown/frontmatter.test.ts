import { expect, test } from 'vitest';
import {
  parseLibrary,
  parseSlide,
  parseTalk,
  printProblem,
  printSpan,
  problemsOf,
} from './parse.ts';

const spec = (lines: string) => parseSlide(`---\n${lines}\n---\n\n# T`).spec;
const wrong = (lines: string) => problemsOf(`---\n${lines}\n---\n\n# T`);
const head = (lines: string) => parseTalk(`---\n${lines}\n---\n\n# T`);

test('reads the keys of a slide', () => {
  const lines = 'id: users\nlayout: two-columns\nclass: big dark\nincremental: true\ntime: 90s';
  expect(spec(lines)).toEqual({
    id: 'users',
    layout: 'two-columns',
    class: 'big dark',
    incremental: true,
    time: 90,
  });
  expect(spec('visibility: hidden\nbackground: "#222"')).toEqual({
    visibility: 'hidden',
    background: '#222',
  });
});

test('a list of tags without any is none', () => {
  expect(head('tags: []').head).toEqual({ tags: [] });
});

test('reads the keys of a talk', () => {
  const { head: talk, slides } = head(
    'title: "A: b"\nevent: 2024\ndate: 2024-09-18\nduration: 1h30min',
  );
  expect(talk).toEqual({ title: 'A: b', event: '2024', date: '2024-09-18', duration: 90 });
  expect(slides).toHaveLength(1);
  expect(slides[0]?.spec).toEqual({});
});

test('tells a talk from a library by the kind it is asked for', () => {
  expect(parseLibrary('---\nid: a\n---\n# T')).toMatchObject({
    head: null,
    slides: [{ spec: { id: 'a' } }],
  });
  expect(parseTalk('# T').head).toEqual({});
});

test('reads the first slide of a talk with front matter of its own', () => {
  const text = '---\ntitle: T\n---\n\n---\nlayout: cover\n---\n\n# T';
  expect(parseTalk(text)).toMatchObject({
    head: { title: 'T' },
    slides: [{ spec: { layout: 'cover' } }],
  });
  expect(parseTalk(text.replace('---\n\n---', '---\n---')).slides).toHaveLength(1);
});

test('lets blank lines, comments and long texts stand in the front matter of a talk', () => {
  const { head: talk } = head('# who\ntitle: T\n\ndescription: >\n  one\n\n  two\n\nplace: Vienna');
  expect(talk).toEqual({ title: 'T', description: 'one\ntwo', place: 'Vienna' });
});

test('reads times with their units, plain numbers as minutes of a talk and seconds of a slide', () => {
  expect(spec('time: 2min').time).toBe(120);
  expect(spec('time: 1:30').time).toBe(90);
  expect(spec('time: 45').time).toBe(45);
  expect(spec('time: 1min 30s').time).toBe(90);
  expect(head('duration: 45').head?.duration).toBe(45);
  expect(head('duration: 45min').head?.duration).toBe(45);
  expect(head('duration: 1 h 30 min').head?.duration).toBe(90);
});

test('reads an m as minutes with a warning, and no unit longer than an hour', () => {
  expect(spec('time: 1m30s').time).toBe(90);
  expect(wrong('time: 1m30s')).toEqual(['2:7+5 old-unit']);
  expect(wrong('time: 1min30s')).toEqual([]);
  expect(head('duration: 45m').problems[0]?.hint).toContain('"45min"');
  for (const text of ['2d', '1mo', '3 4min', 'min', '0s']) {
    expect(wrong(`time: ${text}`)[0]).toContain('wrong-value');
  }
});

test('takes a list of speakers, and no empty name in it', () => {
  expect(head('speaker: [Ada Holm, " Grace "]').head?.speaker).toEqual(['Ada Holm', 'Grace']);
  expect(head('speaker: Ada').head?.speaker).toBe('Ada');
  for (const names of ['[]', '[Ada, ""]'])
    expect(head(`speaker: ${names}`).problems.map(({ code }) => code)).toEqual(['wrong-value']);
  expect(head('event: [a, b]').problems.map(({ code }) => code)).toEqual(['wrong-value']);
});

test('takes a key without a value for one that is left out', () => {
  expect(head('title: T\nsubtitle:\nevent: ""').problems.map(printProblem)).toEqual([
    '4:8+2 wrong-value',
  ]);
  expect(spec('id: a\nclass:')).toEqual({ id: 'a' });
  expect(wrong('src:')).toEqual(['2:5+1 wrong-value']);
});

test('says where the value of each key stands', () => {
  const { keySpans } = parseSlide('---\nid: users\nlayout:   "cover"\n---\n# T');
  expect(keySpans.id && printSpan(keySpans.id)).toBe('2:5+5');
  expect(keySpans.layout && printSpan(keySpans.layout)).toBe('3:11+7');
  const { headSpans } = parseTalk('\n---\n\ntitle: T\n---\n# T');
  expect(headSpans.title && printSpan(headSpans.title)).toBe('4:8+1');
});

test('names the nearest key for an unknown one', () => {
  const [problem] = parseLibrary('---\nlayot: cover\n---\n# T').problems;
  expect(problem).toMatchObject({ code: 'unknown-key', span: { line: 2, column: 1, length: 5 } });
  expect(problem?.hint).toContain('Did you mean "layout"?');
});

test('sends a key that belongs elsewhere there', () => {
  expect(head('title: T\nlayout: cover').problems[0]?.hint).toContain('belongs to a slide');
  expect(parseLibrary('---\nid: a\nspeaker: S\n---\n# T').problems[0]?.hint).toContain(
    'belongs to the talk',
  );
});

test.each([
  ['layuot: cover', 'Did you mean "layout"? It belongs to a slide'],
  ['hidden: true', 'Did you mean "visibility: hidden"? It belongs to a slide'],
  ['titel: x', 'Did you mean "title"? A talk has'],
  ['zebra: 1', 'A talk has'],
])('names the key that is meant by "%s" in the front matter of a talk', (line, hint) => {
  expect(head(`title: T\n${line}`).problems[0]?.hint?.startsWith(hint)).toBe(true);
});

test('reports values that a key cannot take and leaves the key out', () => {
  expect(wrong('id: 2024')).toEqual(['2:5+4 wrong-value']);
  expect(wrong('incremental: yes')).toEqual(['2:14+3 wrong-value']);
  expect(wrong('id: two words')).toEqual(['2:5+9 wrong-value']);
  expect(wrong('time: 2')).toEqual(['2:7+1 wrong-value']);
  expect(wrong('time: soon')).toEqual(['2:7+4 wrong-value']);
  expect(wrong('time: 25h')).toEqual(['2:7+3 wrong-value']);
  expect(wrong('time: -30s')).toEqual(['2:7+4 wrong-value']);
  const durations = ['0', '-5', '2000', '.inf', '1:30', 'soon', '2d'];
  for (const text of durations) {
    expect(head(`duration: ${text}`).problems.map(({ code }) => code)).toEqual(['wrong-value']);
    expect(head(`duration: ${text}`).head?.duration).toBeUndefined();
  }
  expect(wrong('class: [a, b]')).toEqual(['2:8+6 wrong-value']);
  expect(spec('time: soon\nid: a')).toEqual({ id: 'a' });
});

test('reports dates that are none', () => {
  const dates = (date: string) => head(`date: ${date}`).problems.map(printProblem);
  expect(dates('2024-13-01')).toEqual(['2:7+10 bad-date']);
  expect(dates('2023-02-29')).toEqual(['2:7+10 bad-date']);
  expect(dates('18.9.2024')).toEqual(['2:7+9 bad-date']);
  expect(dates('2024-02-29')).toEqual([]);
});

test('reports a key that is set twice and keeps the first', () => {
  expect(wrong('id: a\nid: b')).toEqual(['3:1+2 duplicate-key']);
  expect(spec('id: a\nid: b')).toEqual({ id: 'a' });
});

test('reports broken YAML with its line and column and keeps what can be read', () => {
  expect(wrong('id: "a')).toEqual(['2:5+2 bad-yaml']);
  expect(wrong('id: a: b')).toEqual(['2:5+4 bad-yaml']);
  expect(wrong('id: a\nlayout cover')[0]).toMatch(/^3:\d+\+\d+ bad-yaml$/);
  expect(head('title: [T\ndate: 2024-09-18').problems[0]).toMatchObject({ code: 'bad-yaml' });
  expect(parseLibrary('---\nid: a: b\n---\n# T').slides).toHaveLength(1);
});

test('ends unclosed front matter where the text begins', () => {
  const text = '---\nid: a\nlayout: cover\n\n# T\n\ntext\n\n---\n\nnext';
  const { slides, problems } = parseLibrary(text);
  expect(problems.map(printProblem)).toEqual(['2:1+5 unclosed-front-matter']);
  expect(slides.map(({ spec: keys, tokens }) => [keys, tokens.length > 0])).toEqual([
    [{ id: 'a', layout: 'cover' }, true],
    [{}, true],
  ]);
  expect(problemsOf('---\nid: a\n# T\ntext\n---\nnext')).toEqual(['2:1+5 unclosed-front-matter']);
  const talk = parseTalk('---\ntitle: T\n\n# First\n\ntext\n\n---\n\n# Second');
  expect(talk.problems.map(printProblem)).toEqual(['2:1+8 unclosed-front-matter']);
  expect(talk).toMatchObject({ head: { title: 'T' } });
  expect(talk.slides).toHaveLength(2);
});

test('leaves text below a cut alone that only looks a little like front matter', () => {
  expect(problemsOf('a\n\n---\nWarning: this is text\nof a slide.\n\nmore')).toEqual([]);
  expect(problemsOf('a\n\n---\n# Heading\n\nid: text below')).toEqual([]);
  expect(problemsOf('a\n\n---\n\nTime: it flies\n')).toEqual([]);
  expect(problemsOf('a\n\n---\n\nbackground: why we began\n')).toEqual([]);
});

test('finds front matter that a formatter moved from its dashes', () => {
  expect(problemsOf('a\n\n---\n\nid: b\nlayout: cover\n\n---\n\n# T')).toEqual([
    '5:1+5 lost-front-matter',
  ]);
  expect(problemsOf('a\n\n---\n\n## id: b layout: cover\n\n# T')).toEqual([
    '5:1+22 lost-front-matter',
  ]);
  expect(problemsOf('---\nsrc: a.md\n---\nsrc: b.md\n---\n')).toEqual(['4:1+9 lost-front-matter']);
});

test('reports text and notes beside src, and keys that only stand beside it', () => {
  expect(problemsOf('---\nsrc: a.md\n---\n\ntext')).toEqual(['5:1+4 text-beside-src']);
  expect(problemsOf('---\nsrc: a.md\n---\n\n<!-- notes -->')).toEqual(['5:6+5 text-beside-src']);
  expect(problemsOf('---\nsrc: a.md\ntitle: T\nsteps: off\n---\n\n<!-- // why -->')).toEqual([]);
  expect(spec('src: a.md\nsteps: off').steps).toBe(false);
  expect(wrong('title: T')).toEqual(['2:8+1 only-beside-src']);
});

test('comments and blank lines may stand in front matter', () => {
  const specOf = (text: string) => parseLibrary(text).slides.map(({ spec }) => spec);
  const codes = (text: string) => parseLibrary(text).problems.map(({ code }) => code);
  const heads = [
    '# where the story begins\nlayout: center',
    '# one\n\n# two\nlayout: center',
    '# one\n\nlayout: center',
    'layout: center\n# last',
    'layout: center\n\n# a\n# b\n\nclass: x',
    'layout: center\n\nclass: x\n# last',
  ];
  for (const head of heads) {
    const text = `# A\n\n---\n${head}\n---\n\n# B\n`;
    expect(specOf(text), head).toMatchObject([{}, { layout: 'center' }]);
    expect(codes(text), head).toEqual([]);
  }
  const talk = '---\ntitle: A\n\n# two lines\n# of comment\n\nevent: X\n---\n\n# One';
  expect(parseTalk(talk)).toMatchObject({ head: { title: 'A', event: 'X' }, problems: [] });
});

test('a heading is no comment of front matter', () => {
  const headings = (text: string) =>
    parseLibrary(text).slides.map(({ tokens }) => tokens.map(({ raw }) => raw.trim()).join(' '));
  expect(headings('---\n# Section\n---\n\n# Two')).toEqual(['# Section', '# Two']);
  expect(headings('---\n# Agenda\ntime: ten\n---\n')).toEqual(['# Agenda time: ten']);
  const open = '---\nlayout: center\n\n# Two\n---\n\n# Three';
  expect(headings(open)).toEqual(['# Two', '# Three']);
  expect(parseLibrary(open).problems.map(({ code }) => code)).toEqual(['unclosed-front-matter']);
});

test('dashes, blanks, tabs, a byte order mark and line ends of Windows change nothing', () => {
  const text =
    '\uFEFF---  \r\ntitle: A\r\n---\t\r\n\r\n----\r\n# c\r\nlayout: center\r\n---\r\n# B\r\n';
  expect(parseTalk(text)).toMatchObject({
    head: { title: 'A' },
    slides: [{ spec: { layout: 'center' } }],
    problems: [],
  });
  expect(parseLibrary('---\nlayout: center\n---').slides[0]?.spec).toEqual({ layout: 'center' });
});

test.each([
  'https://relay.example.org/live/{talk}',
  'https://relay.example.org:8443/place/{talk}.json',
  'http://127.0.0.1:5820/live/{talk}',
  'http://localhost/live/one',
  'wss://broker.example.org/mqtt#talks/{talk}',
  'wss://broker.example.org:8084/#{talk}',
  'ws://127.0.0.1:9001/mqtt#talks/one',
])('a room follows over %s', (relay) => {
  expect(head(`follow: ${relay}`).head?.follow).toBe(relay);
});

test.each([
  'relay.example.org/live',
  'http://relay.example.org/live/{talk}',
  'https://name:password@relay.example.org/live/{talk}',
  'https://relay.example.org/live?secret=1',
  'https://relay.example.org',
  'https://relay.example.org:99999/live',
  'https://relay.example.org;script-src/live',
  'ftp://relay.example.org/live',
  'ws://broker.example.org/mqtt#talks/{talk}',
  'wss://user:password@broker.example.org/mqtt#talks/{talk}',
  'wss://broker.example.org/mqtt',
  'wss://broker.example.org/mqtt#',
  'wss://broker.example.org/mqtt#talks/+',
  'wss://broker.example.org/mqtt#talks/#',
  'wss://broker.example.org/mqtt#$SYS/{talk}',
  'wss://broker.example.org/mqtt?secret=1#talks/{talk}',
  'wss://broker.example.org:99999/mqtt#talks/{talk}',
  'https://relay.example.org/live#talks/{talk}',
])('a room cannot follow over %s', (relay) => {
  const { head: read, problems } = head(`follow: '${relay}'`);
  expect(read?.follow).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(['wrong-value']);
});
