import { rostrum } from 'rostrum';

// A small repository that only the speaker has: rostrum.lock keeps the lines that slides show.
const tick = {
  path: '~/src/tick',
  url: 'https://git.example/tick',
  link: 'https://git.example/tick/{commit}/{path}#L{first}-L{last}',
};

export default { plugins: [rostrum({ repositories: { tick }, diagrams: { dials: 'node code/dials.mjs' } })] };
