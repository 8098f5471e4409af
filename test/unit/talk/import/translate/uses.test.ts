import { expect, test } from 'vitest';
import { importText, slidesOf } from '../../../../support/import.ts';

const SPRITE =
  '<svg xmlns="http://www.w3.org/2000/svg"><linearGradient id="dawn"/>\n<symbol id="buoy">\n\n<circle r="9" fill="url(#dawn)"/></symbol><symbol id="mast"/></svg>';
const read = (text: string): string =>
  slidesOf(importText('reveal', text, { 'sprite.svg': SPRITE }));

test('a part of another drawing is brought into the drawing that shows it, with what it needs', () => {
  const text = read(
    '# A\n\n<svg><use href="sprite.svg#buoy"/><use xlink:href="sprite.svg#buoy" x="4"/></svg>\n',
  );
  expect(text).toContain(
    '<defs><symbol id="buoy"> <circle r="9" fill="url(#dawn)"></circle></symbol><linearGradient id="dawn"></linearGradient></defs><use href="#buoy"/><use xlink:href="#buoy" x="4"/>',
  );
  expect(text).not.toContain('mast');
});

test('so is a part of another slide; one of the same slide, or of none, stays', () => {
  const mark = '<svg><symbol id="boat"><path d="M0 0"/></symbol></svg>';
  expect(read(`# A\n\n${mark}\n\n---\n\n# B\n\n<svg><use href="#boat"/></svg>\n`)).toContain(
    '<svg><defs><symbol id="boat"><path d="M0 0"></path></symbol></defs><use href="#boat"/></svg>',
  );
  for (const text of [`${mark}<svg><use href="#boat"/></svg>`, '<svg><use href="#none"/></svg>'])
    expect(read(`# A\n\n${text}\n`)).toContain(text);
});
