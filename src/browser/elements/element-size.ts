/** Width and height in slide pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Measures the inside of an element; pending changes force a layout first. */
export function measure({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth, height: clientHeight };
}
