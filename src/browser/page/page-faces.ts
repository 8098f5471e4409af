/** Fetches all faces that have letters of a page, those too that nothing has shown yet. */
export function fetchFaces({ body, fonts }: Document): void {
  const letters = [...new Set(body.textContent)].join('');
  const missing = [...fonts].filter(({ status }) => status === 'unloaded');
  // A face comes in as many files as it has alphabets, and is asked for once.
  const faces = new Set(
    missing.map(({ family, style, weight }) => `${style} ${weight} 1em ${family}`),
  );
  // Nobody waits for them: until a face is there, another stands in.
  for (const face of faces) fonts.load(face, letters).catch(() => {});
}
