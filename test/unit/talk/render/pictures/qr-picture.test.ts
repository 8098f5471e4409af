import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../../support/slide.ts';

function compile(text: string) {
  const { talks, problems } = compileMarkdown(`# T\n\n${text}\n`);
  const [slide] = talks[0]?.slides ?? [];
  return {
    html: slide?.html ?? '',
    text: slide?.text ?? '',
    codes: problems.map(({ code, span }) => `${code} ${span?.column}`),
  };
}

test('a code is a link with its address below', () => {
  const { html, text, codes } = compile('![The *talk*](qr:https://example.org/a/ "Slides")');
  expect(codes).toEqual([]);
  expect(html).toMatch(
    /<p class="captioned alone"><a class="qr" href="https:\/\/example\.org\/a\/" target="_blank" rel="noopener" style="--least:\d+px"><img src="data:image\/svg\+xml,[^"]+" alt="The talk"><\/a>/,
  );
  expect(html).toContain('<span class="caption">Slides<br><a href="https://example.org/a/"');
  expect(html).toContain('>example.org/a</a></span>');
  expect(text).toContain('![The *talk*](qr:https://example.org/a/ "Slides")');
});

test('values are filled in, and their blanks encoded', () => {
  const { html } = compile('![Talk](<qr:https://example.org/{{ talk.title }}?a=b c>)');
  expect(html).toContain('href="https://example.org/A%20talk?a=b%20c"');
  const { codes } = compile('![Talk](<qr:https://example.org/{{ talk.titel }}>)');
  expect(codes).toEqual(['unknown-column 41']);
});

test('words that are no address are no link, and nothing runs', () => {
  expect(compile('![Net](<qr:WIFI:S:guests;;>)').html).toContain(
    '<span class="qr" style="--least:264px"><img',
  );
  const { html } = compile('![x](<qr:javascript:alert(1)"\\>\\<b\\>>)');
  expect(html).not.toContain('href="javascript');
  expect(html).not.toContain('<b>');
  expect(html).toContain('javascript:alert(1)&quot;&gt;&lt;b&gt;');
});

test('bad codes are problems', () => {
  expect(compile('![a](qr:) ![b](qr:example.org)').codes).toEqual([
    'empty-qr-code 1',
    'empty-qr-code 11',
  ]);
  expect(compile('![a](qr:https://example.org){width=200px}').codes).toEqual(['small-qr-code 1']);
  expect(compile('![a](qr:https://example.org){width=300px}').codes).toEqual([]);
  expect(compile('![](qr:https://example.org)').codes).toEqual(['missing-alt 1']);
});
