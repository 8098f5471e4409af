import { UsageError } from './errors.ts';

/** Characters that end the path in an address, which Vite serves and imports files by. */
const SPECIAL = /[#?]/;

/** Refuses a folder whose path no page can load modules from. */
export function requirePlainPath(folder: string): void {
  const sign = SPECIAL.exec(folder)?.[0];
  if (sign === undefined) return;
  throw new UsageError(
    `The path ${folder} holds the character "${sign}", which browsers cannot load modules by.`,
    `Rename or move the folder whose name holds "${sign}".`,
  );
}
