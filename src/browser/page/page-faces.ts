/** Fetches all faces with letters of a page, including those that are not visible yet. */
export function fetchFaces({ body, fonts }: Document): void {
  const letters = [...new Set(body.textContent)].join('');
  const missing = [...fonts].filter(({ status }) => status === 'unloaded');
  // A face has one file for each alphabet, and each is requested once.
  const faces = new Set(
    missing.map(({ family, style, weight }) => `${style} ${weight} 1em ${family}`),
  );
  // Loading is not awaited: a fallback is shown meanwhile.
  for (const face of faces) fonts.load(face, letters).catch(() => {});
}
