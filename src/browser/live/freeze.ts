const STORAGE_KEY = 'rostrum:frozen';

/** Reports whether this window's talk is frozen; the state survives a reload. */
export function readFrozen(): boolean {
  try {
    return Boolean(sessionStorage.getItem(STORAGE_KEY));
  } catch {
    return false;
  }
}

/** Saves whether the talk is frozen. */
export function saveFrozen(isFrozen: boolean): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, isFrozen ? 'yes' : '');
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
}
