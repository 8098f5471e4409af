/** An event of a stream. */
export interface StreamEvent {
  data: string;
  /** The last event id of the stream; empty for none. */
  id: string;
}

/** Parses a stream's text in chunks. */
export interface EventParser {
  push(chunk: string): void;
}

const LINE_END = /\r\n|\n|\r(?!$)/;

/** Builds a parser of `text/event-stream`; an event above the size limit is dropped. */
export function createEventParser(
  limit: number,
  { onEvent, onDrop }: { onEvent(event: StreamEvent): void; onDrop(): void },
): EventParser {
  let rest = '';
  let data: string[] = [];
  let size = 0;
  let id = '';

  function readLine(line: string): void {
    if (line === '') return finish();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') id = value.slice(0, 100);
    if (field !== 'data') return;
    size += value.length;
    if (size <= limit) data.push(value);
  }

  function finish(): void {
    if (size > limit) onDrop();
    else if (data.length > 0) onEvent({ data: data.join('\n'), id });
    data = [];
    size = 0;
  }

  return {
    push(chunk) {
      const lines = (rest + chunk).split(LINE_END);
      rest = lines.pop() ?? '';
      // A line without an end is dropped once it is too long.
      if (rest.length > limit) {
        size = limit + 1;
        rest = 'data:';
      }
      lines.forEach(readLine);
    },
  };
}
