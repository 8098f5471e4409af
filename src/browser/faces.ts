/** Fetches all faces that have letters of a page, those too that no slide has shown yet. */
export function fetchFaces({ body, fonts }: Document): void {
  const letters = [...new Set(body.textContent)].join('');
  for (const { family, style, weight, status } of fonts) {
    // Nobody waits for them: until a face is there, another stands in.
    if (status === 'unloaded')
      fonts.load(`${style} ${weight} 1em ${family}`, letters).catch(() => {});
  }
}
