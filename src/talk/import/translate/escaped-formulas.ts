import { scanLines } from '../scan-lines.ts';

/**
 * Writes formulas as a talk reads them, where a program hands them through Markdown to a script. There they are code, or
 * have backslashes before signs of Markdown. Lines keep their numbers.
 */
export function plainFormulas(text: string): string {
  if (!/\$|\\\\[([]|`\\[([]/.test(text)) return text;
  let isOpen = false;
  return scanLines(text)
    .map((line) => {
      const whole = text.slice(line.start, line.end);
      if (line.isInside) return whole;
      const written = whole
        .replaceAll(/`(\${1,2})([^`$]+)\1`/g, (code, signs: string, tex: string) =>
          signs === '$$' || /[\\^_{]/.test(tex) ? `${signs}${tex}${signs}` : code,
        )
        .replaceAll(/`\\\[([^`]+)\\\]`/g, (_, tex: string) => `$$${tex.trim()}$$`)
        .replaceAll(/`\\\(([^`]+)\\\)`/g, (_, tex: string) => `$${tex.trim()}$`)
        .replaceAll(/\\\\\((.+?)\\\\\)/g, (_, tex: string) => `$${tex.trim()}$`)
        .replaceAll(/\\\\[[\]]/g, '$$$$');
      const wasOpen = isOpen;
      if ((written.match(/\$\$/g)?.length ?? 0) % 2 === 1) isOpen = !isOpen;
      if (wasOpen && isOpen) return unescape(written);
      return written
        .split(/(\$\$[^$]*(?:\$\$|\n|$)|(?<![\\$])\$[^\s$][^$\n]*\$)/)
        .map((part, index) => (index % 2 === 1 || wasOpen ? unescape(part) : part))
        .join('');
    })
    .join('');
}

/** Takes off the backslashes that Markdown takes off. */
function unescape(tex: string): string {
  const plain = tex.replaceAll(/\\\\(?=[{}_,;!|#%&]|\\\\)/g, '\\');
  return plain.includes('\\text') ? plain : plain.replaceAll(/\\([_*])/g, '$1');
}

/** Writes environments of LaTeX between signs of formulas, where a script of the page typesets them without; lines keep their numbers. */
export function frameEnvironments(text: string): string {
  if (!text.includes('\\begin{')) return text;
  let open = '';
  let isFormula = false;
  return scanLines(text)
    .map((line) => {
      const whole = text.slice(line.start, line.end);
      if (line.isInside) return whole;
      const [, name = ''] = open === '' && !isFormula ? (ENVIRONMENT.exec(line.text) ?? []) : [];
      let written = whole;
      if (name !== '') {
        open = name;
        written = whole.replace('\\begin{', '$$$$\\begin{');
      } else if (open === '' && (whole.match(/\$\$/g)?.length ?? 0) % 2 === 1)
        isFormula = !isFormula;
      const end = `\\end{${open}}`;
      if (open === '' || !written.includes(end)) return written;
      open = '';
      return written.replace(end, () => `${end}$$`);
    })
    .join('');
}

const ENVIRONMENT =
  /^[ \t]*\\begin\{((?:align|aligned|equation|gather|gathered|multline|eqnarray|split|cases|array|[bpvV]?matrix)\*?)\}/;
