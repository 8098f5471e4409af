import type { Dataset, PlacedDatasets } from '../model/dataset.ts';
import type { TalkProject } from '../model/project.ts';
import { toZone } from './zone.ts';

/** Returns a project with the times in its data by the clock of a time zone; null for that of the machine. */
export function placeData(
  project: TalkProject,
  timezone: string | null,
  placed: PlacedDatasets,
): TalkProject {
  const dataset = (name: string): Dataset | undefined => {
    const found = project.dataset(name);
    return found && placeDataset(found, timezone, placed);
  };
  // Names of a project are read when they are needed, so it cannot be copied.
  return Object.create(project, { dataset: { value: dataset } }) as TalkProject;
}

/** Returns the same object for the same dataset. */
function placeDataset(dataset: Dataset, zone: string | null, placed: PlacedDatasets): Dataset {
  const known = placed.get(dataset) ?? new Map<string | null, Dataset>();
  placed.set(dataset, known);
  const found = known.get(zone) ?? toZone(dataset, zone, dataset.key);
  known.set(zone, found);
  return found;
}
