import { createInterface } from 'node:readline';

/** Asks questions on a terminal. */
export interface Prompt {
  /** Returns the answer; null when the user ended the input. */
  ask(question: string): Promise<string | null>;
  close(): void;
}

/** Opens a prompt on the process's terminal; null when input or output is no terminal. */
export function openPrompt({ stdin, stderr } = process): Prompt | null {
  if (!stdin.isTTY || !stderr.isTTY) return null;
  const reader = createInterface({ input: stdin, output: stderr });
  // The iterator keeps lines that arrive before their question, as pasted ones do, and ends after Ctrl-C and Ctrl-D.
  const lines = reader[Symbol.asyncIterator]();
  return {
    async ask(question) {
      reader.setPrompt(question);
      reader.prompt();
      const line: IteratorResult<string, unknown> = await lines.next();
      return line.done ? null : line.value;
    },
    close: () => reader.close(),
  };
}
