import type { DatasetRecipe, RefreshRecipe } from 'rostrum';

/** A whole recipe, for `defineDataset`; what a talk needs otherwise is written over its keys. */
export interface SourceRecipe extends DatasetRecipe {
  refresh: RefreshRecipe;
}

/** Returns the address of a server without its last slash. */
export function trimAddress(server: string): string {
  return server.replace(/\/+$/, '');
}

/** Writes parameters of an address. */
export function writeQuery(
  parameters: readonly (readonly [name: string, value: string])[],
): string {
  return parameters
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

/** Returns the day of a time in UTC, or throws; a time without a zone is UTC. */
export function dayOf(time: string): string {
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
  const date = new Date(hasZone ? time : `${time}Z`);
  if (Number.isNaN(date.getTime())) throw new Error(`"${time.slice(0, 40)}" is no time`);
  return date.toISOString().slice(0, 10);
}
