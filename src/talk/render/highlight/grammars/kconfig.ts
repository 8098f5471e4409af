import type { HLJSApi, Language } from 'highlight.js';

const ENTRIES =
  'mainmenu|menu|endmenu|menuconfig|config|choice|endchoice|comment|if|endif|source|rsource|osource';
const ATTRIBUTES =
  'bool|boolean|tristate|string|hex|int|prompt|default|def_bool|def_tristate|depends\\s+on|select|imply|range|visible|optional|modules|transitional|option';

/** Describes the kernel's Kconfig language (Documentation/kbuild/kconfig-language.rst). */
export function kconfig(hljs: HLJSApi): Language {
  return {
    name: 'Kconfig',
    contains: [
      hljs.HASH_COMMENT_MODE,
      { scope: 'string', begin: /"/, end: /"|$/, contains: [hljs.BACKSLASH_ESCAPE] },
      { scope: 'string', begin: /'/, end: /'|$/ },
      // The text of a help entry is indented deeper than its keyword, and ends at a line with the keyword's
      // indentation.
      { scope: 'keyword', begin: /^[ \t]*(?:---help---|help)[ \t]*$/ },
      { scope: 'keyword', begin: new RegExp(`^[ \\t]*(?:${ENTRIES})\\b`) },
      { scope: 'type', begin: new RegExp(`^[ \\t]*(?:${ATTRIBUTES})\\b`) },
      { scope: 'keyword', begin: /\b(?:if|on)\b(?=[ \t!(]+[A-Z0-9$(!"])/ },
      { scope: 'template-variable', begin: /\$\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/ },
      { scope: 'literal', begin: /(?<=[\s=(])[ynm](?=$|\s|\))/ },
      { scope: 'variable', begin: /\b[A-Z0-9_]*[A-Z][A-Z0-9_]+\b/ },
      { scope: 'number', begin: /\b(?:0x[\da-fA-F]+|\d+)\b/ },
    ],
  };
}
