import { describe, expect, test } from 'vitest';
import {
  findLanguage,
  highlightLines,
  languageNames,
} from '../../../../src/talk/render/highlight/highlight.ts';
import { bodyOf, codesOf } from '../../../support/slide.ts';

/** Highlights code and gives the words of one scope. */
function words(language: string, code: string, scope: string): string[] {
  const markup = highlightLines(code, findLanguage(language) ?? '').join('\n');
  const pattern = new RegExp(`<span class="hljs-${scope}[^"]*">([^<]*)<`, 'g');
  return [...markup.matchAll(pattern)].map(([, word]) => (word ?? '').trim());
}

/** Code of which every language that is not plain text must colour something. */
const SAMPLES: Record<string, string> = {
  asm: '\tmovq\t%rax, 8(%rsp)\t# save it',
  kconfig: 'config RUST\n\tbool "Rust support"',
  dts: '/ { compatible = "x"; };',
  bpf: 'SEC("xdp") int prog(void) { return 0; }',
  'shell-session': '$ make LLVM=1',
  nix: '{ pkgs }: pkgs.hello # none',
  toml: '[package]\nname = "x"',
  meson: "project('x', 'rust')",
  ld: 'SECTIONS { . = ALIGN(8); }',
  ftrace: '  cat-12 [001] d..2. 12.345678: sched_switch: prev_comm=cat',
  dmesg: '[   12.345678] BUG: unable to handle',
  oops: '[   12.345690] RIP: 0010:rust_open+0x1a/0x30',
  log: '[   12.345690] usb 1-1: new device',
  rst: '.. code-block:: c',
  makefile: 'obj-y += a.o # all',
  go: 'package main',
  awk: '{ print $1 }',
};

test.each(Object.entries(SAMPLES))('%s is coloured', (language, code) => {
  expect(highlightLines(code, findLanguage(language) ?? '').join('')).toContain('hljs-');
});

test('only names that mean plain text colour nothing', () => {
  const plain = languageNames().filter((name) => findLanguage(name) === 'plaintext');
  expect(plain.sort()).toEqual(['none', 'plaintext', 'text', 'txt']);
});

describe('comments of assembly', () => {
  test.each([
    ['asm', '\tmovq %rax, %rbx # save it', ['# save it']],
    ['asm', '\tmov x0, #16 // not #16', ['// not #16']],
    ['asm', '\tldr r0, [r1] @ load', ['@ load']],
    ['asm', '\t.type foo, @function', []],
    ['asm', '#define X 1\n/* one\n * two */', ['/* one', '* two */']],
    ['x86asm', '\tmovq $1, %rax #no blank', ['#no blank']],
    ['nasm', '\tmov eax, 1 ; one', ['; one']],
    ['armasm', '\tmov r0, #1 @one', ['@one']],
    ['arm64', '\tmov x0, #1 ; nop', []],
    ['riscv', '\tli a0, 1 # one', ['# one']],
  ])('%s: %s', (language, code, comments) => {
    expect(words(language, code, 'comment')).toEqual(comments);
  });
});

describe('a diff', () => {
  const lines = (code: string): string[] =>
    highlightLines(code, 'diff').map((line) => /hljs-(\w+)/.exec(line)?.[1] ?? '');

  test('ends where git says so, and where the next file begins, whatever its hunk counts', () => {
    const hunk = ['@@ -1,9 +1,9 @@', ' int i;', '-i;'];
    const seen = ['meta', '', 'deletion'];
    expect(lines([...hunk, '-- ', '2.43.0', ''].join('\n'))).toEqual([...seen, 'comment', '', '']);
    expect(lines([...hunk, '-- ', ''].join('\n'))).toEqual([...seen, 'comment', '']);
    const next = ['diff --git a/b b/b', '--- a/b', '+++ b/b', '@@ -1 +1 @@', '-- ', '+'];
    expect(lines([...hunk, ...next].join('\n'))).toEqual([
      ...seen,
      'comment',
      'comment',
      'comment',
      'meta',
      'deletion',
      'addition',
    ]);
    expect(lines([...hunk, '-- ', '+i;'].join('\n'))).toEqual([...seen, 'deletion', 'addition']);
  });

  test('has headers only where the counts of its hunk are used up', () => {
    const patch = [
      'diff --git a/a.c b/a.c',
      'index 0123abc..4567def 100644',
      '--- a/a.c',
      '+++ b/a.c',
      '@@ -1,3 +1,3 @@ int main(void)',
      ' int i;',
      '---i;',
      '+++i;',
      ' return i;',
      '-- ',
      '2.43.0',
    ];
    expect(lines(patch.join('\n'))).toEqual([
      'comment',
      'comment',
      'comment',
      'comment',
      'meta',
      '',
      'deletion',
      'addition',
      '',
      'comment',
      '',
    ]);
  });

  test('without a hunk has lines that go and come, and a header only as a pair', () => {
    expect(lines('---i;\n+++i;\n-old\n+new')).toEqual([
      'deletion',
      'addition',
      'deletion',
      'addition',
    ]);
    expect(lines('--- a/x\n+++ b/x\n-old')).toEqual(['comment', 'comment', 'deletion']);
    expect(lines('@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a')).toEqual([
      'meta',
      'deletion',
      'comment',
      'addition',
    ]);
  });

  test('escapes its lines', () => {
    expect(highlightLines('-<b>', 'diff')).toEqual([
      '<span class="hljs-deletion">-&lt;b&gt;</span>',
    ]);
  });
});

describe('tabs', () => {
  const code = (language: string, options = ''): string =>
    bodyOf(`\`\`\`${language} ${options}\n\ta\n\`\`\`\n`);

  test.each(['c', 'diff', 'makefile', 'asm', 'kconfig', 'dts', 'go', 'ld'])(
    'reach eight columns in %s',
    (language) => {
      expect(code(language)).toContain('<pre style="tab-size: 8">');
    },
  );

  test('reach four columns elsewhere, and as many as fence, slide or talk say', () => {
    expect(code('python')).toContain('<pre><code');
    expect(code('c', '{tabSize=4}')).toContain('<pre><code');
    expect(code('python', '{tabSize=2}')).toContain('tab-size: 2');
    expect(bodyOf('---\ntabSize: 3\n---\n\n```c\n\ta\n```\n')).toContain('tab-size: 3');
  });

  test('of no width are a problem', () => {
    expect(codesOf('```c {tabSize=0}\n\ta\n```\n')).toEqual(['wrong-value']);
    expect(codesOf('---\ntabSize: wide\n---\n\nText\n')).toEqual(['wrong-value']);
  });

  test('need no rule where code has none', () => {
    expect(bodyOf('```c\nint a;\n```\n')).toContain('<pre><code');
  });
});
