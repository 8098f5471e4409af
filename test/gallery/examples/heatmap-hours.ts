import type { Example } from '../example.ts';
import { hours } from '../data-kinds.ts';

export function heatmapHours(): Example {
  return {
    title: 'Days by hours',
    spec: { data: 'hours', type: 'heatmap', x: 'hour', y: 'mails', label: 'day' },
    datasets: [hours],
  };
}
