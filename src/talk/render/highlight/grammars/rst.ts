import type { HLJSApi, Language } from 'highlight.js';

/** Describes reStructuredText, in which the kernel's documentation is written. */
export function restructuredText(_: HLJSApi): Language {
  return {
    name: 'reStructuredText',
    contains: [
      { scope: 'section', begin: /^([=\-~^"'`#*+])\1{2,}[ \t]*$/ },
      { scope: 'keyword', begin: /^[ \t]*\.\.[ \t]+[\w:-]+::/ },
      { scope: 'comment', begin: /^[ \t]*\.\.[ \t]+(?![\w:-]+::|_|\[).*$/ },
      { scope: 'attr', begin: /^[ \t]+:[\w -]+:/ },
      { scope: 'link', begin: /^[ \t]*\.\.[ \t]+_[^:\n]+:|`[^`\n]+`__?|\b\w+_(?=\s|$)/ },
      { scope: 'string', begin: /``[^\n]*?``/ },
      { scope: 'built_in', begin: /:[\w:+-]+:(?=`)/ },
      { scope: 'symbol', begin: /`[^`\n]+`/ },
      { scope: 'strong', begin: /\*\*[^*\n]+\*\*/ },
      { scope: 'emphasis', begin: /\*[^*\s][^*\n]*\*/ },
      { scope: 'bullet', begin: /^[ \t]*(?:[-*+]|\d+\.|#\.)(?=[ \t])/ },
    ],
  };
}
