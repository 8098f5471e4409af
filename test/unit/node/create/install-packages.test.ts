import { expect, test } from 'vitest';
import { explainInstall, findManager } from '../../../../src/node/create/install-packages.ts';

test.each([
  ['npm/10.8.2 node/v20.19.0 linux x64', 'npm'],
  ['pnpm/9.1.0 npm/? node/v20.19.0', 'pnpm'],
  ['yarn/4.1.0 npm/? node/v20.19.0', 'yarn'],
  ['something/1.0', 'npm'],
  [undefined, 'npm'],
])('%s is run by %s', (agent, manager) => {
  expect(findManager(agent)).toBe(manager);
});

test('a failed installation is explained in a few words', () => {
  const offline = 'npm error code EAI_AGAIN\nnpm error syscall getaddrinfo\nnpm error request to …';
  expect(explainInstall(offline, 'npm')).toBe('npm did not reach the registry');
  const missing = 'npm error code E404\nnpm error 404 Not Found - GET https://registry.example/x\n';
  expect(explainInstall(missing, 'npm')).toBe(
    'npm install failed: 404 Not Found - GET https://registry.example/x',
  );
  expect(explainInstall('', 'pnpm')).toBe('pnpm install failed');
});
