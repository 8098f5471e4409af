import { expect, test } from 'vitest';
import {
  closeLast,
  closeLevel,
  enterPause,
  openLevel,
  startPause,
} from '../../../../../src/talk/render/raw/element-level.ts';
import { codesIn, slideContext } from '../context.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };

test('a level closes what is open in it, and not what is around it', () => {
  const context = slideContext();
  context.open.push({ name: 'section', span: SPAN, pause: null });
  const level = openLevel(context, 'div');
  context.open.push({ name: 'b', span: SPAN, pause: null }, { name: 'i', span: SPAN, pause: null });
  expect(closeLevel(context, level)).toBe('</i></b>');
  expect([context.open.length, context.floor]).toEqual([1, 0]);
  expect(codesIn(context)).toEqual(['unclosed-tag', 'unclosed-tag']);
});

test('ends that may be left out are not reported', () => {
  const context = slideContext();
  context.open.push({ name: 'li', span: SPAN, pause: null });
  expect([closeLast(context), closeLast(context), codesIn(context)]).toEqual(['</li>', '', []]);
});

test('what follows a pause has one wrapper on its level', () => {
  const context = slideContext();
  const level = openLevel(context, 'span');
  expect(enterPause(context, level)).toBe('');
  startPause(context);
  expect(enterPause(context, level)).toBe('<span class="fragment" data-fragment-index="step:0">');
  expect(enterPause(context, level)).toBe('');
  startPause(context);
  expect(enterPause(context, level)).toBe(
    '</span><span class="fragment" data-fragment-index="step:1">',
  );
});

test('a pause around the level has its wrapper there', () => {
  const context = slideContext();
  startPause(context);
  expect(enterPause(context, openLevel(context, 'div'))).toBe('');
});

test('a slide without steps has no pauses', () => {
  const context = slideContext({}, { hasSteps: false });
  startPause(context);
  expect(context.pause).toBeNull();
});
