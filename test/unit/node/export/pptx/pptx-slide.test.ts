import JSZip from 'jszip';
import PptxGenJS from 'pptxgenjs';
import { parseXml } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { drawBoxes } from '../../../../../src/node/export/pptx/pptx-slide.ts';
import type { Box } from '../../../../../src/talk/model/pptx-boxes.ts';

const DOT =
  'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('the address of a picture that links may hold any sign', async () => {
  const address = 'https://example.org/?a=1&b="<x>"';
  const place = { x: 0, y: 0, width: 96, height: 96 };
  const box: Box = { kind: 'picture', ...place, url: '', alt: 'Dot', shot: '0', link: address };
  const file = new PptxGenJS();
  const options = { pictures: new Map([[box, DOT]]), describe: () => '', slideOf: () => undefined };
  drawBoxes(file.addSlide(), [box], options as never);
  const zip = await JSZip.loadAsync((await file.write({ outputType: 'nodebuffer' })) as Buffer);
  const relations = (await zip.file('ppt/slides/_rels/slide1.xml.rels')?.async('string')) ?? '';
  const targets = parseXml(relations).root?.children.map((node) =>
    'attributes' in node ? node.attributes['Target'] : undefined,
  );
  expect(targets).toContain(address);
});
