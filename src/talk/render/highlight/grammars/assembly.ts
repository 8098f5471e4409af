import type { HLJSApi, Language, LanguageFn, Mode } from 'highlight.js';

/** Line comments of assemblers, in addition to the common `//` and `/* ... *\/`. */
const LINE_COMMENTS = {
  /** Unknown processor: `#` and `@` only begin a comment before a space, unlike in `#16`. */
  any: /(?<=^[ \t]*)#(?!\s*(?:include|define|undef|ifn?def|if|elif|else|endif|error|pragma)\b)|#(?=[ \t]|$)|(?<=^|\s)@(?=\s)|(?<=^[ \t]*);/,
  x86: /#(?!\s*(?:include|define|undef|ifn?def|if|elif|else|endif|error|pragma)\b)|(?<=^|\s);/,
  arm: /(?<=^|\s)@|(?<=^|\s);|(?<=^[ \t]*)#(?=[ \t])/,
  arm64: /(?<=^[ \t]*)#(?=[ \t])/,
  hash: /#(?!\s*(?:include|define|undef|ifn?def|if|elif|else|endif|error|pragma)\b)/,
} as const;

const REGISTER =
  /%[a-z][\w()]*|\b(?:[wxvqdsb](?:[12]?\d|3[01])|r(?:1[0-5]|\d)d?|[re]?(?:ax|bx|cx|dx|si|di|sp|bp)|sp|lr|pc|fp|[wx]zr|zero|ra|gp|tp|a[0-7]|t[0-6]|s(?:1[01]|\d))\b/;

/** Builds the grammar of assembly as GNU's assembler reads it, for a family of processors. */
export function assembly(family: keyof typeof LINE_COMMENTS): LanguageFn {
  return (hljs): Language => ({
    name: 'Assembly',
    case_insensitive: true,
    contains: [
      hljs.C_BLOCK_COMMENT_MODE,
      hljs.COMMENT('//', '$'),
      hljs.COMMENT(LINE_COMMENTS[family], '$'),
      ...STATEMENT_MODES,
      ...valueModes(hljs),
    ],
  });
}

const STATEMENT_MODES: Mode[] = [
  {
    scope: 'meta',
    begin: /^[ \t]*#[ \t]*(?:include|define|undef|ifn?def|if|elif|else|endif|error|pragma)\b/,
  },
  { scope: 'symbol', begin: /^[ \t]*(?:[\w.$\\@]+|"[^"\n]*"):/ },
  { scope: 'title.function', begin: /\b[a-z]\w+(?=\()/ },
  { scope: 'meta', begin: /\.[a-z_][\w.]*/, relevance: 0 },
  { scope: 'keyword', begin: /(?<=^[ \t]*|:[ \t]+|;[ \t]*)[a-z][\w.]*(?=[\s;]|$)/ },
];

function valueModes(hljs: HLJSApi): Mode[] {
  return [
    hljs.QUOTE_STRING_MODE,
    { scope: 'variable', begin: REGISTER, relevance: 0 },
    { scope: 'number', begin: /[$#]?-?\b(?:0x[\da-f]+|0b[01]+|\d+)\b/, relevance: 0 },
    { scope: 'template-variable', begin: /\\[\w@]+/ },
  ];
}
