import type { HLJSApi, Language } from 'highlight.js';

const KEYWORDS =
  'SECTIONS|MEMORY|PHDRS|VERSION|ENTRY|INCLUDE|INPUT|GROUP|OUTPUT|OUTPUT_ARCH|OUTPUT_FORMAT|SEARCH_DIR|STARTUP|EXTERN|ASSERT|KEEP|PROVIDE|PROVIDE_HIDDEN|HIDDEN|OVERLAY|FILL|BYTE|SHORT|LONG|QUAD|NOLOAD|DSECT|COPY|INFO|READONLY|SORT|SORT_BY_NAME|SORT_BY_ALIGNMENT|SORT_BY_INIT_PRIORITY|EXCLUDE_FILE|CONSTRUCTORS|AS_NEEDED|REGION_ALIAS|INSERT|AFTER|BEFORE';
const FUNCTIONS =
  'ABSOLUTE|ADDR|ALIGN|ALIGNOF|AT|BLOCK|CONSTANT|DATA_SEGMENT_ALIGN|DATA_SEGMENT_END|DATA_SEGMENT_RELRO_END|DEFINED|LENGTH|LOADADDR|LOG2CEIL|MAX|MIN|NEXT|ORIGIN|SEGMENT_START|SIZEOF|SIZEOF_HEADERS|SUBALIGN';

/** Describes linker scripts as GNU ld and lld read them, before or after the C preprocessor. */
export function linkerScript(hljs: HLJSApi): Language {
  return {
    name: 'Linker script',
    contains: [
      hljs.C_BLOCK_COMMENT_MODE,
      hljs.C_LINE_COMMENT_MODE,
      hljs.QUOTE_STRING_MODE,
      { scope: 'meta', begin: /^[ \t]*#[ \t]*\w+/ },
      { scope: 'keyword', begin: new RegExp(`\\b(?:${KEYWORDS})\\b`) },
      { scope: 'built_in', begin: new RegExp(`\\b(?:${FUNCTIONS})\\b`) },
      { scope: 'title.function', begin: /\b[A-Z][A-Z0-9_]+(?=\()/ },
      { scope: 'symbol', begin: /\/DISCARD\/|(?<![\w.])\.[A-Za-z_][\w.$-]*\*?/ },
      { scope: 'variable', begin: /(?<=^|[\s=(+-])\.(?=[\s;=+)-])/ },
      { scope: 'number', begin: /\b(?:0x[\da-fA-F]+|\d+)[KMkm]?\b/ },
    ],
  };
}
