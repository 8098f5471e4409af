/** Reports whether the browser itself shows the page enlarged; two fingers are for it then. */
export function isPageEnlarged(): boolean {
  return (window.visualViewport?.scale ?? 1) > 1.01;
}
