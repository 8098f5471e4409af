import { expect, test } from 'vitest';
import { escapeHtml, html, rawHtml, unescapeHtml } from '../../../../src/talk/html/html.ts';

test('escapes values, but not markup', () => {
  expect(html`<p title="${'"<&>\''}">${html`<b>${'<'}</b>`}</p>`.markup).toBe(
    '<p title="&quot;&lt;&amp;&gt;&#39;"><b>&lt;</b></p>',
  );
  expect(html`${rawHtml('<i>')}`.markup).toBe('<i>');
});

test('joins lists, and leaves out what is nothing', () => {
  expect(html`${[1, [html`<b>`, 'a&']]}${null}${undefined}${false}${true}${0}`.markup).toBe(
    '1<b>a&amp;0',
  );
});

test('what is escaped can be decoded', () => {
  const text = '<a href="b">\'&amp;</a>';
  expect(unescapeHtml(escapeHtml(text))).toBe(text);
  expect(unescapeHtml('&eacute;&#39;')).toBe("&eacute;'");
});
