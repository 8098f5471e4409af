/** Returns the words of a text with commands of LaTeX, without those that only set type. */
export function withoutLatex(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replaceAll(
      /\\(?:vspace|hspace|vskip|hskip|includegraphics|color)\*?(?:\[[^\]]*\])?\{[^{}]*\}/g,
      ' ',
    )
    .replaceAll(
      /\\(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge|bfseries|itshape|centering|newline|linebreak|par|quad|qquad|hfill)\b/g,
      ' ',
    )
    .replaceAll(/\\href\{[^{}]*\}\{([^{}]*)\}/g, '$1')
    .replaceAll(/\\(?:text\w+|emph|url|texorpdfstring|underline|mbox)\{([^{}]*)\}/g, '$1')
    .replaceAll('\\LaTeX', 'LaTeX');
}
