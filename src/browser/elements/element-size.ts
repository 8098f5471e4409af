/** Width and height in slide pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Measures the inside of an element; whatever changed before has the browser lay out the page first. */
export function measure({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth, height: clientHeight };
}
