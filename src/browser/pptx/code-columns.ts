/** Sets the marked parts of long code below each other: a text box has no columns for lines and their numbers. */
export function joinColumns(slide: HTMLElement): void {
  for (const camera of slide.querySelectorAll<HTMLElement>('.camera')) {
    const read = (name: string): number => parseFloat(camera.style.getPropertyValue(name)) || 1;
    const size = read('--paper-size') / read('--paper-columns');
    camera.style.setProperty('--paper-size', `${size}px`);
    camera.style.setProperty('--paper-columns', '1');
  }
}
