import { expect, test } from 'vitest';
import { createEventParser } from '../../../src/browser/live/event-stream.ts';
import { parseParameters } from '../../../src/browser/page/parameters.ts';
import { parsePosition, parseStageMessage } from '../../../src/browser/stage/stage-messages.ts';
import { parseHello } from '../../../src/talk/model/wire.ts';
import { makeMessage } from '../../fuzz/doors.ts';
import { createRandom } from '../../fuzz/random.ts';
import { anyText } from '../../fuzz/values.ts';

const MESSAGES = 2000;

test('pages take no message of a wrong shape, and throw at none', () => {
  for (let seed = 0; seed < MESSAGES; seed++) {
    const message = makeMessage(createRandom(seed));
    const spoken = parseStageMessage(message);
    expect(spoken === null || spoken.type === 'hello' || /^[\da-f]{16}$/.test(spoken.deck)).toBe(
      true,
    );
    const position = parsePosition(message);
    if (position)
      expect([typeof position.slide, typeof position.step]).toEqual(['string', 'number']);
    const hello = parseHello(message);
    if (hello) expect([typeof hello.talk, typeof hello.state]).toEqual(['string', 'number']);
  }
});

test('pages read any address and any stream of events', () => {
  for (let seed = 0; seed < MESSAGES; seed++) {
    const random = createRandom(seed);
    const parameters = random.many(4, () => random.pick(['speaker=', 'receiver=', 'view=', 'x']));
    const { pictureId } = parseParameters(
      `?${parameters.map((name) => name + anyText(random)).join('&')}`,
    );
    expect(pictureId).toBeNull();
    const taken: string[] = [];
    const parser = createEventParser(100, {
      onEvent: ({ data }) => taken.push(data),
      onDrop: () => undefined,
    });
    for (const text of random.many(6, () => anyText(random)))
      parser.push(random.pick(['data:', 'id:', '\n\n', '\r', '']) + text);
    expect(Math.max(0, ...taken.map(({ length }) => length))).toBeLessThan(200);
  }
});
