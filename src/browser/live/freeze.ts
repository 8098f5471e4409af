const STORAGE_KEY = 'rostrum:frozen';

/** Whether this window's talk stands still, remembered over a reload. */
export function readFrozen(): boolean {
  try {
    return sessionStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return false;
  }
}

/** Remembers whether the talk stands still. */
export function saveFrozen(isFrozen: boolean): void {
  try {
    if (isFrozen) sessionStorage.setItem(STORAGE_KEY, 'yes');
    else sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
