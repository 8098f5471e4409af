import { expect, test } from 'vitest';
// @ts-expect-error The launchers are plain JavaScript, so that an old Node can read them.
import { isNewEnough } from '../../../bin/node-version.mjs';

test('knows which Node is new enough', () => {
  for (const version of ['20.19.0', '20.20.1', '22.12.0', '23.0.0', '24.1.2']) {
    expect(isNewEnough(version), version).toBe(true);
  }
  for (const version of ['20.18.9', '18.20.0', '21.7.0', '22.11.9', '9.99.99']) {
    expect(isNewEnough(version), version).toBe(false);
  }
});
