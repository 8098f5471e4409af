import { expect, test } from 'vitest';
import { listBlockFiles } from '../../../../src/talk/render/used-blocks.ts';
import { BLOCKS } from '../../../../src/talk/blocks/blocks.ts';
import { compileMarkdown } from '../../../support/slide.ts';

test('a talk names its blocks, sorted and once', () => {
  const figure = '```figure\nvalue: 1\nlabel: a\n```\n';
  const table = '```table\ndata: x\n```\n';
  const { talks } = compileMarkdown(`${table}\n---\n\n${figure}\n---\n\n${figure}`);
  expect(talks[0]?.blocks).toEqual(['figure', 'table']);
});

test('only files of the project are listed, not the engine’s', () => {
  expect(BLOCKS.map(listBlockFiles).every((files) => Object.keys(files).length === 0)).toBe(true);
  const [block] = BLOCKS;
  const own = block && { ...block, element: './blocks/own.ts' };
  expect(listBlockFiles(own as never)).toEqual({ element: './blocks/own.ts' });
  expect(listBlockFiles(undefined)).toEqual({});
});
