import type { Example } from '../example.ts';
import { shares, sharesLater } from '../data-kinds.ts';

export function percentLines(): Example {
  return {
    title: 'Shares of a whole',
    spec: { data: 'shares', type: 'percent', y: ['core', 'drivers', 'samples'] },
    datasets: [shares],
    next: [sharesLater],
  };
}
