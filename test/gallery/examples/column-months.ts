import type { Example } from '../example.ts';
import { trips } from '../data.ts';

export function columnMonths(): Example {
  return {
    title: 'Days summed up by month',
    spec: {
      data: 'trips',
      type: 'column',
      y: 'riders',
      every: 'month',
      take: 'sum',
      last: '12mo',
      format: 'compact',
    },
    datasets: [trips],
  };
}
