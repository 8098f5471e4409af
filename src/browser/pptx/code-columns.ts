/** Pixels by which letters are made smaller until all lines fit into one column. */
const STEP = 0.5;

/** Sets the marked parts of long code below each other, as large as they fit: a text box has no columns for lines and their numbers. */
export function joinColumns(slide: HTMLElement): void {
  for (const camera of slide.querySelectorAll<HTMLElement>('.camera')) {
    const read = (name: string): number => parseFloat(camera.style.getPropertyValue(name)) || 1;
    const [largest, columns] = [read('--paper-size'), read('--paper-columns')];
    camera.style.setProperty('--paper-columns', '1');
    // At this size all of it certainly fits.
    const least = largest / columns;
    for (let size = largest; ; size = Math.max(least, size - STEP)) {
      camera.style.setProperty('--paper-size', `${size}px`);
      if (size === least || hasRoom(camera)) break;
    }
  }
}

/** Reports whether all lines have room below each other. */
function hasRoom(camera: Element): boolean {
  const code = camera.querySelector<HTMLElement>('pre > code');
  const room = code?.clientHeight ?? 0;
  if (!code || room === 0) return false;
  code.style.height = 'auto';
  const height = code.offsetHeight;
  code.style.height = '';
  return height <= room;
}
