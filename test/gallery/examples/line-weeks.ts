import type { Example } from '../example.ts';
import { trips } from '../data.ts';

export function lineWeeks(): Example {
  return {
    title: 'A mean for each week and line',
    spec: { data: 'trips', type: 'line', y: 'riders', label: 'line', every: 'week', take: 'mean' },
    datasets: [trips],
  };
}
