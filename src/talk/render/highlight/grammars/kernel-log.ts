import type { HLJSApi, Language, Mode } from 'highlight.js';

const ALARM =
  /\b(?:BUG|WARNING|ERROR|INFO|Oops|KASAN|KCSAN|KMSAN|UBSAN|KFENCE|Kernel panic|Internal error|general protection fault|Unable to handle [^\n:]*|watchdog|Call [Tt]race|Backtrace|rust_kernel)\b(?=[\s:,-]|$)/;

/** A function with its offset and size, as `%pS` prints it. */
const PLACE: Mode = {
  scope: 'title.function',
  begin: /\b[A-Za-z_$][\w.$:<>]*(?=\+0x[\da-f]+\/0x[\da-f]+)/,
};
const ADDRESS: Mode = {
  scope: 'number',
  begin: /\b(?:0x)?[\da-f]{8,16}\b|\+?0x[\da-f]+(?:\/0x[\da-f]+)?/,
};

/** Describes kernel logs: `dmesg`, warnings, oopses and panics. */
export function kernelLog(_: HLJSApi): Language {
  return {
    name: 'Kernel log',
    contains: [
      { scope: 'comment', begin: /^(?:<\d>)?\[[ \d]*\d\.\d+\](?:\[[ \w]+\])?/ },
      {
        scope: 'meta',
        begin: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|<\/?(?:TASK|IRQ|NMI|SOFTIRQ|#\w+|EOI)>/,
      },
      { scope: 'keyword', begin: ALARM },
      {
        scope: 'attr',
        begin:
          /\b(?:CPU|UID|PID|Comm|Hardware name|Tainted|Not tainted|Modules linked in|Code|Workqueue|[ER]?(?:IP|SP|AX|BX|CX|DX|SI|DI|BP)|R(?:\d\d)|[EC]S|[FGD]S|CR\d|EFLAGS|pc|lr|sp|x\d\d?|ESR|FSC|Mem abort info|Data abort info|pstate)(?=\s*:)/,
      },
      PLACE,
      ADDRESS,
    ],
  };
}

/** Describes kernel traces: events, and the function and function graph tracers. */
export function ftrace(hljs: HLJSApi): Language {
  return {
    name: 'ftrace',
    contains: [
      { scope: 'comment', begin: /^#.*$/ },
      hljs.C_BLOCK_COMMENT_MODE,
      { scope: 'meta', begin: /(?<=^\s*)[^\s|]+-\d+(?=\s+(?:\([-\d\s]+\)\s+)?\[\d+\])/ },
      { scope: 'number', begin: /\[\d+\]|(?<=^\s*)\d+\)|\b\d+\.\d+(?:\s*us)?\b/ },
      { scope: 'keyword', begin: /(?<=\d:\s+)[a-z_]\w*(?=:)/ },
      { scope: 'attr', begin: /\b[a-z_]\w*(?==)/ },
      { scope: 'title.function', begin: /\b[A-Za-z_][\w.]*(?=\(\)|\s*<-)|(?<=<-)[A-Za-z_][\w.]*/ },
      PLACE,
      ADDRESS,
    ],
  };
}
