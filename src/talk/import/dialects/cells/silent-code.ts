/** Checks whether a cell ends with a statement that prints and draws nothing. */
export function isSilent(code: string): boolean {
  const last = lastStatement(code);
  return last === '' || SILENT.test(last);
}

/** Returns the last statement of code, which can go over several lines, without comments and the words of strings. */
export function lastStatement(code: string): string {
  let statement = '';
  let depth = 0;
  let isOpen = false;
  for (const written of code.split('\n')) {
    const line = written.replaceAll(STRING, '""').replace(/#.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    const goesOn = depth > 0 || isOpen || /^\s*(?:[.)\]}]|\|>|%>%|\+ )/.test(line);
    statement = goesOn ? `${statement}\n${line}` : line;
    depth += (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0);
    isOpen = /(?:[-+*/|&~,=]|<-|%[^%]*%|\|>)$/.test(line);
  }
  return statement;
}

const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
/** A statement that loads, defines or names something. */
const SILENT =
  /^\s*(?:(?:library|require|source|import|from|use|using|set\.seed|options|def|class)\b|knitr::opts|[\w.$[\]"', ]+(?:<-|=(?!=)))|->\s*[\w.]+\s*$/;
