import { expect, test } from 'vitest';
import { createEventParser, type StreamEvent } from '../../../../src/browser/live/event-stream.ts';

function parse(chunks: readonly string[], limit = 100): { events: StreamEvent[]; drops: number } {
  const events: StreamEvent[] = [];
  let drops = 0;
  const parser = createEventParser(limit, {
    onEvent: (event) => events.push(event),
    onDrop: () => drops++,
  });
  for (const chunk of chunks) parser.push(chunk);
  return { events, drops };
}

const STREAM = ': hello\nid: 1\ndata: {"a":\ndata: 1}\n\nevent: x\ndata:two\r\n\r\nretry: 5\n\n';

test('reads events, their lines and ids', () => {
  expect(parse([STREAM]).events).toEqual([
    { data: '{"a":\n1}', id: '1' },
    { data: 'two', id: '1' },
  ]);
});

test('reads the same events wherever the text is cut', () => {
  const whole = parse([STREAM]).events;
  for (let at = 1; at < STREAM.length; at++) {
    expect(parse([STREAM.slice(0, at), STREAM.slice(at)]).events).toEqual(whole);
  }
});

test('drops an event that is too long, and goes on with the next', () => {
  const long = `data: ${'x'.repeat(60)}\ndata: ${'x'.repeat(60)}\n\n`;
  expect(parse([long, 'data: ok\n\n'])).toEqual({ events: [{ data: 'ok', id: '' }], drops: 1 });
});

test('drops a line without end, and keeps none of it', () => {
  const chunks = Array.from({ length: 50 }, () => 'x'.repeat(50));
  const { events, drops } = parse(['data: ', ...chunks, '\n\n', 'data: ok\n\n']);
  expect(events).toEqual([{ data: 'ok', id: '' }]);
  expect(drops).toBe(1);
});
