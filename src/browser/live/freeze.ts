const STORAGE_KEY = 'rostrum:frozen';

/** Reports whether this window's talk is frozen; the state survives a reload. */
export function readFrozen(): boolean {
  try {
    return sessionStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return false;
  }
}

/** Saves whether the talk is frozen. */
export function saveFrozen(isFrozen: boolean): void {
  try {
    if (isFrozen) sessionStorage.setItem(STORAGE_KEY, 'yes');
    else sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
}
