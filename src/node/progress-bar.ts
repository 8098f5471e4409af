/** A running progress bar. */
export interface Progress {
  /** Updates the progress, and its label and total when they have changed. */
  advance(done: number, doing?: { label: string; total: number }): void;
  /** Erases the bar; the next `advance` draws it again. */
  end(): void;
}

/** What a bar is drawn with. */
export interface BarOptions {
  label: string;
  total: number;
  /** Writes to the terminal. */
  write(text: string): unknown;
  /** How many characters fit on its line. */
  columns: number;
  style: Record<'cyan' | 'dim', (text: string) => string>;
}

const WIDTH = 28;
/** Words that a narrow line keeps before it loses the bar. */
const MIN_WORDS = 12;
const WIPE = '\r\u001B[K';
const WIPE_REST = '\u001B[K';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Starts a bar that counts to `total`, on a line that is clean again however the process ends. */
export function startBar({ label, total, write, columns, style }: BarOptions): Progress {
  let shown = '';
  let doing = { label, total };
  const wipe = (): void => {
    if (shown !== '') write(WIPE);
    shown = '';
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    // Without listeners the signal has its default effect.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const end = (): void => {
    wipe();
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const advance = (done: number, next = doing): void => {
    doing = next;
    const text = renderBar(done, doing, { columns, style });
    if (text === shown) return;
    if (shown === '') for (const signal of SIGNALS) process.on(signal, onSignal);
    // Overwrites the line and then erases the rest: erasing first would flicker.
    write(`\r${text}${WIPE_REST}`);
    shown = text;
  };
  advance(0);
  return { advance, end };
}

function renderBar(
  done: number,
  { label, total }: { label: string; total: number },
  { columns, style }: Pick<BarOptions, 'columns' | 'style'>,
): string {
  const hasBar = columns > WIDTH + MIN_WORDS;
  // The last column stays free: some terminals begin a new line there.
  const room = columns - 1 - (hasBar ? WIDTH + 1 : 0);
  const words = `${done}/${total}  ${label}`;
  const cut = words.length > room ? `${words.slice(0, Math.max(0, room - 1))}…` : words;
  if (!hasBar) return cut;
  const filled = Math.round((Math.min(done, total) / Math.max(total, 1)) * WIDTH);
  return `${style.cyan('━'.repeat(filled))}${style.dim('━'.repeat(WIDTH - filled))} ${cut}`;
}
