import { encode } from 'uqr';
import type { Terminal } from '../terminal.ts';

const HALVES = [' ', '\u2584', '\u2580', '\u2588'];
/** A reader needs four light modules around. */
const BORDER = 4;
const BLACK_ON_WHITE = '\u001b[30;107m';
const RESET = '\u001b[0m';

/** Draws a text as QR code, two rows of modules a line; dark modules are letters, so its ground must be light. */
export function drawCode(text: string): string[] {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const isDark = (row: number, column: number): boolean => data[row]?.[column] ?? false;
  return Array.from({ length: Math.ceil(size / 2) }, (_, line) =>
    Array.from({ length: size }, (__, column) => {
      const [upper, lower] = [isDark(2 * line, column), isDark(2 * line + 1, column)];
      return HALVES[(upper ? 2 : 0) + (lower ? 1 : 0)] ?? '';
    }).join(''),
  );
}

/** The input of a terminal, line by line. */
export type Input = Pick<NodeJS.ReadStream, 'isTTY' | 'on' | 'setEncoding'>;

/** Shows an address as QR code where someone sees it, and again whenever q and Enter are pressed. */
export function offerCode(
  terminal: Terminal,
  address: string,
  { stdin, stderr }: { stdin: Input; stderr: { isTTY?: boolean } } = process,
): void {
  if (!stderr.isTTY) return;
  const show = (): void => {
    const lines = drawCode(address).map((line) => `  ${BLACK_ON_WHITE}${line}${RESET}`);
    terminal.note(['', ...lines, ''].join('\n'));
  };
  show();
  if (!stdin.isTTY) return;
  terminal.note('  A phone that scans this moves the slides. q and Enter show it again.\n');
  stdin.setEncoding('utf8');
  stdin.on('data', (line: string) => {
    if (line.trim().toLowerCase() === 'q') show();
  });
}
