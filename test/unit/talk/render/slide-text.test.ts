import { expect, test } from 'vitest';
import { compileSlide } from '../../../support/slide.ts';

const FILES = { 'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' };

test('a slide as text keeps its pictures with their captions and options', () => {
  const { text } = compileSlide('# T\n\n![a](../../assets/a.svg "b") {width=50%}\n\nc\n', FILES);
  expect(text).toBe('# T\n\n![a](assets/a.svg "b"){width=50%}\n\nc');
});
