import type { Example } from '../example.ts';
import { makeView } from '../example.ts';

export function lineHours(): Example {
  const rows = Array.from({ length: 40 }, (_, hour) => ({
    at: new Date(Date.UTC(2026, 1, 3, 14 + hour)).toISOString().slice(0, 16),
    requests: 900 + Math.round(600 * Math.sin(hour / 5)),
  }));
  return {
    title: 'Hours of two days',
    spec: { data: 'requests', type: 'line', x: 'at' },
    datasets: [makeView('requests', rows)],
  };
}
