import type { Example } from '../example.ts';

export function treeLayers(): Example {
  return {
    title: 'Layers of a tree',
    block: 'tree',
    spec: {
      trees: [
        {
          label: 'Linux',
          path: 'one tree',
          boxes: [
            {
              label: 'drivers/',
              boxes: [{ id: 'driver', label: 'foo/', note: 'the driver', kind: 'safe' }],
            },
            {
              label: 'rust/',
              boxes: [
                { id: 'kernel', label: 'kernel/', note: 'abstractions', kind: 'unsafe' },
                { id: 'bindings', label: 'bindings/' },
              ],
            },
          ],
        },
      ],
      arrows: [
        { from: 'driver', to: 'kernel', label: 'safe calls', kind: 'safe' },
        { from: 'driver', to: 'bindings', label: 'never', kind: 'forbidden' },
      ],
    },
    datasets: [],
  };
}
