import { expect, test } from 'vitest';
import { parseBroker, parseLogin } from '../../../../../src/talk/model/room/broker.ts';

test('an address of a WebSocket is that of a broker, and its topic follows the #', () => {
  const broker = { address: 'wss://broker.example.org:8084/mqtt', topic: 'talks/a%20b' };
  expect(parseBroker('wss://broker.example.org:8084/mqtt#talks/a%20b')).toEqual(broker);
  expect(parseBroker('https://relay.example.org/live/a')).toBeNull();
});

test('a secret is a name and a password, which may contain colons', () => {
  expect(parseLogin('speaker:a:b')).toEqual({ username: 'speaker', password: 'a:b' });
  for (const secret of ['', 'speaker', 'speaker:', ':password']) {
    expect(parseLogin(secret)).toBeNull();
  }
});
