import type { Role } from './room.ts';

/** What a tab keeps when it is reloaded; it forgets it when it is closed. */
export interface KeptRoom {
  role: Role;
  /** The leader's; empty for others. */
  secret: string;
  /** Number of the last place that the tab posted. */
  seq: number;
}

const ROLES: readonly unknown[] = ['follow', 'own', 'lead'] satisfies Role[];

/** Reads what the tab has kept for a talk; null for nothing. */
export function readKept(url: string): KeptRoom | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameKept(url)) ?? 'null') as KeptRoom | null;
    return kept && ROLES.includes(kept.role) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps it for this tab. */
export function keep(url: string, kept: KeptRoom): void {
  try {
    sessionStorage.setItem(nameKept(url), JSON.stringify(kept));
  } catch {
    // Without storage it lasts as long as the page.
  }
}

function nameKept(url: string): string {
  return `rostrum:room:${url}`;
}
