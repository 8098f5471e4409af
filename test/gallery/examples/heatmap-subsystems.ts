import type { Example } from '../example.ts';
import { subsystems } from '../data-kinds.ts';

export function heatmapSubsystems(): Example {
  return {
    title: 'Subsystems by releases, above and below zero',
    spec: {
      data: 'subsystems',
      type: 'heatmap',
      x: 'release',
      y: 'change',
      label: 'area',
      format: 'signed',
    },
    datasets: [subsystems],
  };
}
