import type { Example } from '../example.ts';
import { makeView } from '../example.ts';

const LANGUAGES = ['C', 'Rust', 'Assembly', 'Shell', 'Python', 'Perl'];
const COUNTS = [
  [820, 30, 120, 140, 60, 90],
  [790, 80, 110, 150, 80, 70],
  [760, 190, 90, 130, 110, 60],
  [700, 310, 80, 140, 120, 40],
];

export function stackedHighlight(): Example {
  const rows = COUNTS.map((counts, index) => ({
    asOf: String(2021 + index),
    ...Object.fromEntries(LANGUAGES.map((name, at) => [name, counts[at] ?? null])),
  }));
  return {
    title: 'One part of a whole, and five in greys',
    spec: { data: 'languages', type: 'stacked', y: LANGUAGES, highlight: 'Rust' },
    datasets: [makeView('languages', rows, { unit: 'new files' })],
  };
}
