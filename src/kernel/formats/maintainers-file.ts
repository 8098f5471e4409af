import { formats } from 'rostrum';

/** A line of an entry in MAINTAINERS. */
export interface MaintainersLine {
  key: string;
  value: string;
  name: string | null;
  email: string | null;
}

const LINE = /^([A-Z]):\s+(.*\S)\s*$/;
const PERSON = /^"?(.*?)"?\s*<([^<>\s]+)>/;

/** Reads one entry of MAINTAINERS by its title. */
export function readMaintainersEntry(answer: unknown, title: string): MaintainersLine[] {
  const lines = formats.toText(answer).split(/\r?\n/);
  const start = lines.findIndex(
    (line, index) => line === title && LINE.test(lines[index + 1] ?? ''),
  );
  if (start < 0) throw new Error(`MAINTAINERS has no entry "${title}"`);
  const entry = lines.slice(start + 1);
  const end = entry.findIndex((line) => !LINE.test(line));
  return entry.slice(0, end < 0 ? undefined : end).map((line) => {
    const [, key = '', value = ''] = LINE.exec(line) ?? [];
    const [, name = null, email = null] = (/^[MR]$/.test(key) && PERSON.exec(value)) || [];
    return { key, value, name, email };
  });
}
