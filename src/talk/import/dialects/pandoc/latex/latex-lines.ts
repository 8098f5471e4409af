import { scanLines, type ScannedLine } from '../../../scan-lines.ts';

/** Lists the lines of a text in which commands of LaTeX may set type: those outside code and outside formulas. */
export function listTextLines(text: string): ScannedLine[] {
  let isFormula = false;
  return scanLines(text).filter((line) => {
    if (line.isInside) return false;
    const wasFormula = isFormula;
    const bare = line.text.replaceAll(/`[^`]*`|\$\$[^$]*\$\$/g, '');
    if ((bare.match(/\$\$/g)?.length ?? 0) % 2 === 1) isFormula = !isFormula;
    else if (OPENS.test(bare)) isFormula = true;
    else if (CLOSES.test(bare)) {
      isFormula = false;
      return false;
    }
    return !wasFormula && !isFormula;
  });
}

/** Environments that hold a formula. */
export const FORMULAS = '(?:align|aligned|alignat|equation|gather|multline|eqnarray|split)\\*?';
const OPENS = new RegExp(`^\\s*(?:\\\\\\[|\\\\begin\\{${FORMULAS}\\})(?!.*(?:\\\\\\]|\\\\end\\{))`);
const CLOSES = new RegExp(`(?:\\\\\\]|\\\\end\\{${FORMULAS}\\})\\s*$`);
