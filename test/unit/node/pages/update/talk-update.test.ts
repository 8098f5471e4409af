import { expect, test } from 'vitest';
import type { Talk } from '../../../../../src/talk/model/talk.ts';
import {
  compareFollowed,
  compareShown,
  toShown,
  type ShownTalk,
} from '../../../../../src/node/pages/update/talk-update.ts';
import type { ShownSection } from '../../../../../src/node/pages/update/shown-sections.ts';

function shown(sections: Record<string, string>, rest: Partial<ShownTalk> = {}): ShownTalk {
  const entries = Object.entries(sections).map(
    ([id, html]) => [id, { html, notes: '' }] as [string, { html: string; notes: string }],
  );
  return {
    talk: 't',
    title: 'T',
    asOf: '2026-01-01',
    sections: new Map(entries),
    policy: '',
    look: '',
    datasets: {},
    ...rest,
  };
}

const slides = { a: 'A', b: 'B', c: 'C' };

test('says nothing where nothing changed', () => {
  expect(compareShown(shown(slides), shown(slides))).toBeNull();
});

test('sends only the sections that differ, and the order of all', () => {
  const update = compareShown(shown(slides), shown({ ...slides, b: 'B2' }));
  expect(update?.order).toEqual(['a', 'b', 'c']);
  expect(update?.sections).toEqual({ b: { html: 'B2', notes: '' } });
  expect(update?.renamed).toEqual({});
});

test('sends a slide whose notes changed', () => {
  const after = shown(slides);
  const noted = new Map(after.sections).set('c', { html: 'C', notes: 'N' });
  const update = compareShown(shown(slides), { ...after, sections: noted });
  expect(Object.keys(update?.sections ?? {})).toEqual(['c']);
});

test('pairs a slide that got another id with the one it was', () => {
  const update = compareShown(shown(slides), shown({ a: 'A', b2: 'B', c: 'C' }));
  expect(update?.renamed).toEqual({ b: 'b2' });
});

test('pairs no ids where slides were added or removed as well', () => {
  expect(compareShown(shown(slides), shown({ a: 'A', c: 'C' }))?.renamed).toEqual({});
  const added = shown({ a: 'A', b2: 'B', n: 'N', c: 'C' });
  expect(compareShown(shown(slides), added)?.renamed).toEqual({});
});

test('sends an order that changed, without sections', () => {
  const update = compareShown(shown(slides), shown({ b: 'B', a: 'A', c: 'C' }));
  expect(update?.order).toEqual(['b', 'a', 'c']);
  expect(update?.sections).toEqual({});
});

test('leaves out an order that was kept for pages that know it', () => {
  const changed = compareFollowed(shown(slides), shown({ ...slides, b: 'B2' }));
  expect(changed).toMatchObject({ sections: { b: { html: 'B2' } }, renamed: {} });
  expect(changed).not.toHaveProperty('order');
  const { a, ...rest } = slides;
  expect(compareFollowed(shown(slides), shown({ ...rest, a }))?.order).toEqual(['b', 'c', 'a']);
  expect(compareFollowed(shown(slides), shown(rest))?.order).toEqual(['b', 'c']);
  expect(compareFollowed(shown(slides), shown(slides))).toBeNull();
});

test('sends only the number of a slide when nothing else in it changed', () => {
  const foot = '<p class="folio"><span class="folio-number"></span></p></footer>\n</section>';
  const write = (text: string, printedNumber: string): ShownSection => ({
    html: `<section>${text}<footer class="slide-foot">${foot}`,
    notes: '',
    printedNumber,
  });
  const of = (sections: Record<string, ShownSection>): ShownTalk =>
    shown({}, { sections: new Map(Object.entries(sections)) });
  const before = of({ a: write('A', '1'), b: write('B', '2'), c: write('C', '3') });
  const plain = { html: '<section>C</section>', notes: '' };
  const after = of({ n: write('N', '1'), a: write('A', '2'), b: write('B2', '3'), c: plain });
  const update = compareShown(before, after);
  expect(update?.numbers).toEqual({ a: '2' });
  expect(Object.keys(update?.sections ?? {})).toEqual(['n', 'b', 'c']);
  expect(update?.sections['b']?.html).toContain('B2');
  expect(update?.sections['b']?.html).toContain('<span class="folio-number">3</span>');
  const same = compareFollowed(
    before,
    of({ ...Object.fromEntries(before.sections), a: write('A', '9') }),
  );
  expect(same).toMatchObject({ sections: {}, numbers: { a: '9' } });
});

test('sends datasets that differ, title and day', () => {
  const view = (count: number) => ({
    name: 'users',
    kind: 'list' as const,
    title: 'Users',
    unit: null,
    key: null,
    sources: {},
    rows: [{ count }],
    columns: ['count'],
    asOf: null,
  });
  const before = shown(slides, { datasets: { users: view(1) } });
  const same = shown(slides, { datasets: { users: view(1) } });
  const other = shown(slides, { datasets: { users: view(2) } });
  expect(compareShown(before, same)).toBeNull();
  expect(compareShown(before, other)?.datasets['users']?.rows).toEqual([{ count: 2 }]);
  expect(compareShown(before, { ...same, title: 'U' })?.title).toBe('U');
  expect(compareShown(before, { ...same, asOf: '2026-02-01' })?.asOf).toBe('2026-02-01');
});

test('renders a section again only when the URL of one of its files changes, and looks each up once', () => {
  const span = { file: 'slides/talks/t.md', line: 1, column: 1, length: 1 };
  const asset = (href: string) => ({ href, path: href, span });
  const slide = (id: string, html: string) => ({ id, html, notes: html, place: span });
  const talk = {
    ...{ name: 't', asOf: '2026-01-01', datasets: {}, meta: { title: 'T', event: null } },
    assets: [asset('x.svg'), asset('y.svg')],
    slides: [slide('a', '<img src="x.svg">'), slide('b', '<img src="y.svg">'), slide('c', 'C')],
  } as unknown as Talk;
  let before: ShownTalk | undefined;
  const asked: string[] = [];
  const show = (version: number) => {
    const toUrl = (path: string): string => {
      asked.push(path);
      return path === 'x.svg' ? `/x.svg?v=${version}` : `/${path}`;
    };
    before = toShown(talk, { toUrl, before });
    return before.sections;
  };
  const [first, same, other] = [show(1), show(1), show(2)];
  expect(first.get('a')).toMatchObject({
    html: '<img src="/x.svg?v=1">',
    notes: '<img src="/x.svg?v=1">',
  });
  expect(other.get('a')?.html).toBe('<img src="/x.svg?v=2">');
  expect([...same].every(([id, section]) => section === first.get(id))).toBe(true);
  expect(['b', 'c'].every((id) => other.get(id) === first.get(id))).toBe(true);
  expect(asked).toEqual(['x.svg', 'y.svg', 'x.svg', 'y.svg', 'x.svg', 'y.svg']);
});

test('renders a section again when an address in it leads to another file, and not for another number', () => {
  const span = { file: 'slides/talks/t.md', line: 1, column: 1, length: 1 };
  const slide = {
    id: 'a',
    html: '<img src="a%23b.png">',
    notes: '',
    place: span,
    printedNumber: '1',
  };
  const talkWith = (asset: object, printedNumber = '1') =>
    ({
      ...{ name: 't', asOf: '2026-01-01', datasets: {}, meta: { title: 'T', event: null } },
      assets: [{ href: 'a%23b.png', span, ...asset }],
      slides: [{ ...slide, printedNumber }],
    }) as unknown as Talk;
  const toUrl = (path: string): string => `/${path}`;
  const whole = talkWith({ path: 'a#b.png', isWhole: true });
  const first = toShown(whole, { toUrl });
  const moved = toShown(talkWith({ path: 'a' }), { toUrl, before: first });
  expect(moved.sections.get('a')?.html).toBe('<img src="/a">');
  const same = talkWith({ path: 'a#b.png', isWhole: true }, '2');
  const numbered = toShown(same, { toUrl, before: first });
  expect(compareShown(first, numbered)).toMatchObject({ sections: {}, numbers: { a: '2' } });
  expect(numbered.sections.get('a')?.html).toBe(first.sections.get('a')?.html);
});

test('sends the sections of slides that are called like properties of objects', () => {
  const before = new Map([['__proto__', { html: 'A', notes: '' }]]);
  const after = new Map([['__proto__', { html: 'B', notes: '' }]]);
  const update = compareShown(shown({}, { sections: before }), shown({}, { sections: after }));
  const sent: unknown = JSON.parse(JSON.stringify(update?.sections));
  expect(Object.entries(sent ?? {})).toEqual([['__proto__', { html: 'B', notes: '' }]]);
});
