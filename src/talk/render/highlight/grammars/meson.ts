import type { HLJSApi, Language } from 'highlight.js';

/** Describes Meson's build files (`meson.build`, `meson_options.txt`). */
export function meson(hljs: HLJSApi): Language {
  return {
    name: 'Meson',
    keywords: {
      keyword: 'if elif else endif foreach endforeach break continue and or not in',
      literal: 'true false',
      built_in: 'meson build_machine host_machine target_machine',
    },
    contains: [
      hljs.HASH_COMMENT_MODE,
      { scope: 'string', begin: /f?'''/, end: /'''/ },
      { scope: 'string', begin: /f?'/, end: /'|$/, contains: [hljs.BACKSLASH_ESCAPE] },
      { scope: 'number', begin: /\b(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+|\d+)\b/ },
      {
        scope: 'title.function',
        begin: /\b(?!(?:if|elif|foreach|and|or|not|in)\b)[A-Za-z_]\w*(?=[ \t]*\()/,
      },
      { scope: 'attr', begin: /\b[A-Za-z_]\w*(?=[ \t]*:(?!:))/ },
    ],
  };
}
