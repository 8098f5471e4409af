/** Calls the trap, by which a test knows that script ran. */
export const TRAP = 'trap()';

const SCRIPT_ADDRESSES = [
  `javascript:${TRAP}`,
  `JaVaScRiPt:${TRAP}`,
  `\u0001 javascript:${TRAP}`,
  `java\tscript:${TRAP}`,
  `&#106;&#x61;vascript&colon;${TRAP}`,
  `java&NewLine;script&Tab;:${TRAP}`,
  `javascript&#58;${TRAP}`,
  `vbscript:${TRAP}`,
  `data:text/html,<script>${TRAP}</script>`,
  `data:text/html;base64,PHNjcmlwdD50cmFwKCk8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg onload=${TRAP}>`,
];

const HANDLERS = [
  'onload',
  'ONLOAD',
  'onerror',
  'OnFocus',
  'onbegin',
  'ontoggle',
  'onanimationstart',
];

/** Elements on which some handler starts by itself. */
const LIVELY = [
  (on: string) => `<img src="data:image/gif;base64,x" alt="x" ${on}>`,
  (on: string) => `<svg ${on}><rect width="1" height="1"/></svg>`,
  (on: string) => `<svg><animate attributeName="x" dur="1s" ${on}/></svg>`,
  (on: string) => `<details open ${on}><summary>x</summary></details>`,
  (on: string) => `<input autofocus ${on}>`,
  (on: string) => `<video ${on}><source ${on}></video>`,
  (on: string) => `<style ${on}>b { color: red }</style>`,
  (on: string) => `<iframe src="about:blank" ${on}></iframe>`,
  (on: string) => `<math ${on}><mi>x</mi></math>`,
  (on: string) => `<img/src="x"/${on}/alt="x">`,
];

/** Places where an address would be followed, or become one. */
const PLACES = [
  (to: string) => `[link](<${to}>)`,
  (to: string) => `[link][to]\n\n[to]: <${to}>`,
  (to: string) => `<a href="${to}">link</a>`,
  (to: string) => `<a href='${to}' target=_blank>link</a>`,
  (to: string) => `<svg><a xlink:href="${to}"><text y="9">link</text></a></svg>`,
  (to: string) =>
    `<svg><a><animate attributeName="href" values="${to}"/><text y="9">x</text></a></svg>`,
  (to: string) =>
    `<svg><a><set attributeName=" XLINK:HREF " to="${to}"/><text y="9">x</text></a></svg>`,
  (to: string) => `<math><mi href="${to}">x</mi></math>`,
  (to: string) => `<iframe src="${to}"></iframe>`,
  (to: string) => `<iframe data-src="${to}"></iframe>`,
  (to: string) => `<p data-preview-link="${to}">x</p>`,
  (to: string) => `<form action="${to}"><button formaction="${to}">x</button></form>`,
  (to: string) => `<object data="${to}"></object><embed src="${to}">`,
  (to: string) => `<svg><use href="${to}#x"/></svg>`,
  (to: string) => `words <!-- .element: href="${to}" data-src="${to}" -->`,
];

const OTHERS = [
  `<script>${TRAP}</script>`,
  `<SCRIPT SRC="data:text/javascript,${TRAP}"></SCRIPT>`,
  `<svg><script>${TRAP}</script></svg>`,
  `<svg><script href="data:text/javascript,${TRAP}"/></svg>`,
  `<iframe srcdoc="<script>parent.${TRAP}</script>"></iframe>`,
  `<iframe SrcDoc="&lt;script>parent.${TRAP}&lt;/script>"></iframe>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${TRAP}">`,
  `<base href="javascript:${TRAP}//"><link rel="stylesheet" href="javascript:${TRAP}">`,
  `<svg><style><img src=x onerror=${TRAP}></style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${TRAP}></style></mglyph></table></mtext></math>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${TRAP}></annotation-xml></math>`,
  `<svg></p><style><a id="</style><img src=x onerror=${TRAP}>">`,
  `<noscript><p title="</noscript><img src=x onerror=${TRAP}>"></noscript>`,
  `<textarea><p title="</textarea><img src=x onerror=${TRAP}>"></textarea>`,
  `<xmp><p title="</xmp><img src=x onerror=${TRAP}>"></xmp>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${TRAP}>`,
  `<svg><foreignObject><img src=x onerror=${TRAP}></foreignObject></svg>`,
  `<template><img src=x onerror=${TRAP}></template>`,
  `<style>b { background: url("javascript:${TRAP}") } </style><style></style><img src=x onerror=${TRAP}>`,
  `<style>@import "javascript:${TRAP}";</style>`,
  `<p style="background: url(javascript:${TRAP})">x</p>`,
  `<img srcset="javascript:${TRAP} 1x, x.png 2x" alt="x">`,
  `<x-a onfocus=${TRAP} tabindex=0 autofocus>x</x-a>`,
  `<p><b title="<img src=x onerror=${TRAP}>">x</b>`,
  `![x](https://example.org/x.png"onerror="${TRAP})`,
  `words <!-- .element: ONLOAD="${TRAP}" onfocus="${TRAP}" tabindex="0" autofocus="" -->`,
  `words <!-- .element: x"><img/src=x/onerror=${TRAP}> -->`,
  `<div class="\u003cimg src=x onerror=${TRAP}>">x</div>`,
  `<img src="x" alt="x" onerror\u000b=${TRAP}>`,
  `<img src=\`x\` onerror=${TRAP} alt=x>`,
  `<!--><img src=x onerror=${TRAP}>-->`,
  `<![CDATA[><img src=x onerror=${TRAP}>]]>`,
  `<?x ><img src=x onerror=${TRAP}>?>`,
  `<a href="#" onclick=${TRAP} accesskey=x>x</a>`,
  `<select><option><svg><img src=x onerror=${TRAP}></svg></select>`,
];

/** Ways in which a slide may try to run script. */
export const VECTORS: readonly string[] = [
  ...HANDLERS.flatMap((name) => LIVELY.map((write) => write(`${name}="${TRAP}"`))),
  ...SCRIPT_ADDRESSES.flatMap((to) => PLACES.map((write) => write(to))),
  ...OTHERS,
];

/** A host that no author names; a request to it comes from data. */
export const FOREIGN_HOST = 'trap.invalid';

/** Texts that run script, or request something, where a page takes them for markup, an attribute, style, script or an address. */
export const TEXT_VECTORS: readonly string[] = [
  `"'><img src=x onerror=${TRAP}>`,
  `<img src=//${FOREIGN_HOST}/a>`,
  `</script><script>${TRAP}</script>`,
  `</style><svg onload=${TRAP}>`,
  `</title></textarea>--><svg onload=${TRAP}>`,
  `" autofocus onfocus=${TRAP} tabindex=0 x="`,
  `' autofocus onfocus=${TRAP} tabindex=0 x='`,
  `x onerror=${TRAP} src=y`,
  `javascript:${TRAP}`,
  `JAVA\tscript:${TRAP}`,
  `data:text/html,<script>${TRAP}</script>`,
  `//${FOREIGN_HOST}/b`,
  `&lt;img src=x onerror=${TRAP}&gt;`,
  `&#106;avascript:${TRAP}`,
  `\\u003cimg src=x onerror=${TRAP}\\u003e`,
  `\${${TRAP}}`,
  `[x](javascript:${TRAP})`,
  `![x](https://${FOREIGN_HOST}/c)`,
  `url(https://${FOREIGN_HOST}/d)`,
  `;}*{background:url(//${FOREIGN_HOST}/e)}`,
  `<!-- .element: onload="${TRAP}" -->`,
  `<iframe srcdoc="<script>parent.${TRAP}</script>">`,
];
