import { expect, test } from 'vitest';
import { createCompileCache } from '../../../../src/talk/compile-cache.ts';
import { compileTalk } from '../../../../src/talk/compile.ts';
import {
  createRenderCache,
  moveAssets,
  movePlaces,
  renderCached,
} from '../../../../src/talk/render/render-cache.ts';
import { openProject, TODAY } from '../../../support/fixtures.ts';
import { parseSlide } from '../markdown/parse.ts';
import { slideContext } from './context.ts';

const compose = (text: string) => ({
  id: 'a',
  source: parseSlide(text),
  spec: {},
  via: [],
  problems: [],
});

test('a slide is rendered once for the same talk', () => {
  const { talk } = slideContext();
  const cache = createRenderCache();
  const slide = compose('# A');
  const first = renderCached(slide, () => [], talk, cache);
  expect(renderCached(slide, () => [], talk, cache)).toBe(first);
  expect(renderCached({ ...slide }, () => [], talk, cache)).toBe(first);
  expect(renderCached({ ...slide, id: 'b' }, () => [], talk, cache)).not.toBe(first);
  expect(renderCached(slide, () => [], talk, createRenderCache())).not.toBe(first);
});

test('places follow the slide', () => {
  const { talk } = slideContext();
  const slide = compose('\n{{ talk.title }}');
  const { parts } = renderCached(slide, () => [], talk, createRenderCache());
  const { source } = slide;
  const moved = { ...slide, source: { ...source, span: { ...source.span, line: 12 } } };
  expect(movePlaces(moved, parts).values.map(({ span }) => span.line)).toEqual([12]);
  expect(movePlaces(slide, parts).values[0]).toBe(parts.values[0]);
  expect(moveAssets(moved, parts)).toEqual([]);
});

test('a slide is rendered again when a file that it missed is there', () => {
  const file = '---\ntitle: A\n---\n\n![a](../../assets/b.png)\n';
  const cache = createCompileCache();
  const { project } = openProject({ 'slides/talks/a.md': file });
  const source = project.slideFile('slides/talks/a.md');
  if (!source) throw new Error('There is no file.');
  const codes = (hasAsset: boolean) =>
    compileTalk(
      source,
      { ...project, hasAsset: () => hasAsset },
      { today: TODAY, cache },
    ).problems.map(({ code }) => code);
  expect([codes(false), codes(true), codes(false)]).toEqual([
    ['missing-picture'],
    [],
    ['missing-picture'],
  ]);
});

test('a slide is rendered again when its picture says where it was taken', () => {
  const photo = (more: object) => () => ({ width: 9, height: 9, isDrawing: false, ...more });
  const { talk } = slideContext({ 'assets/a.jpg': '' });
  const cache = createRenderCache();
  const slide = compose('![a](/assets/a.jpg)');
  const codes = (more: object) => {
    const project = { ...talk.project, pictureSize: photo(more) };
    const { parts } = renderCached(slide, () => [], { ...talk, project }, cache);
    return parts.problems.map(({ code }) => code);
  };
  expect(codes({})).toEqual([]);
  expect(codes({ isLocated: true })).toEqual(['located-picture']);
});

test('a slide is rendered again when another file has the name of its picture', () => {
  const { talk } = slideContext();
  const cache = createRenderCache();
  const [precomposed, decomposed] = ['assets/\u1ea5.svg', 'assets/\u00e2\u0301.svg'];
  const slide = compose('![a](/assets/a\u0302\u0301.svg)');
  const paths = (names: string[]) => {
    const hasAsset = (file: string) => names.includes(file);
    const project = { ...talk.project, assetNames: () => names, hasAsset };
    const { parts } = renderCached(slide, () => [], { ...talk, project }, cache);
    return parts.assets.map(({ path }) => path);
  };
  expect(paths([precomposed])).toEqual([precomposed]);
  expect(paths([decomposed, precomposed])).toEqual([decomposed]);
});
