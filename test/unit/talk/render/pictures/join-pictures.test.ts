import { expect, test } from 'vitest';
import { bodyOf } from '../../../../support/slide.ts';

const two = '![a](a.png)\n\n![b](b.png)';

test('pictures that have a slide to themselves stand side by side', () => {
  expect(bodyOf(`# T\n\n${two}`)).toMatch(/^<p class="pictures alone">.*>b<\/mark><\/p>$/);
  expect(bodyOf(`# T\n\nWords.\n\n${two}`)).not.toContain('class="pictures');
  expect(bodyOf(`# T\n\n![a](a.png){width=40%}\n\n![b](b.png)`)).not.toContain('class="pictures');
  expect(bodyOf(`# T\n\n![a](a.png)\n\n<!-- pause -->\n\n![b](b.png)`)).not.toContain(
    'class="pictures',
  );
});
