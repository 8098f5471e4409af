/** Timeout for each part of a page, in milliseconds. */
const DRAWING_TIMEOUT_MS = 10_000;
/** Pictures that are decoded at the same time. */
const DECODERS = 4;

/** Dispatched on a block whose element cannot be loaded. */
export const FAILED_EVENT = 'rostrum:failed';

/** A part of the page that loads or draws: its name and its promise. */
interface Part {
  name: string;
  drawn: Promise<unknown>;
}

/**
 * Waits until fonts, pictures and blocks are drawn; resolves to the names of those that failed. Lazy pictures, and
 * blocks outside the given parts of the page, are not included.
 */
export async function waitForDrawing(
  document: Document,
  { timeout = DRAWING_TIMEOUT_MS, roots = [document] as readonly ParentNode[] } = {},
): Promise<string[]> {
  // Layout requests faces, and blocks request their drawing when connected.
  await nextFrame();
  const blocks = roots
    .flatMap((root) => [...root.querySelectorAll('[data-block]')])
    .map(watchBlock);
  const pictures = [...document.images].filter(({ loading }) => loading !== 'lazy');
  const found = await Promise.all([
    findCulprit({ name: 'fonts', drawn: document.fonts.ready }, timeout),
    findPictures(pictures, timeout),
    ...blocks.map((block) => findCulprit(block, timeout)),
  ]);
  const names = found.flat();
  await nextFrame();
  return names.filter((name) => name !== null);
}

async function findCulprit({ name, drawn }: Part, timeout: number): Promise<string | null> {
  let timer = 0;
  const late = new Promise<string>((resolve) => {
    timer = window.setTimeout(() => resolve(`${name} was not drawn in time`), timeout);
  });
  const done = drawn.then(
    () => null,
    () => `${name} could not be loaded`,
  );
  const result = await Promise.race([done, late]);
  clearTimeout(timer);
  return result;
}

/** Finds pictures that are not drawn. They load together, but a browser refuses to decode many photographs at once. */
async function findPictures(
  images: readonly HTMLImageElement[],
  timeout: number,
): Promise<(string | null)[]> {
  const lane = async (own: readonly HTMLImageElement[]): Promise<(string | null)[]> => {
    const found: (string | null)[] = [];
    for (const image of own) {
      const name = `${nameSlide(image)}picture ${image.getAttribute('src') ?? ''}`;
      found.push(await findCulprit({ name, drawn: waitForPicture(image) }, timeout));
    }
    return found;
  };
  const lanes = Array.from({ length: DECODERS }, (_, first) =>
    images.filter((_, index) => index % DECODERS === first),
  );
  return (await Promise.all(lanes.map(lane))).flat();
}

async function waitForPicture(image: HTMLImageElement): Promise<void> {
  if (!image.src) return;
  try {
    await image.decode();
  } catch (error) {
    // The browser keeps decoded pictures up to a bound, and refuses one above it even though it can be drawn.
    if (image.naturalWidth === 0) throw error;
    (await createImageBitmap(image, { resizeWidth: 1, resizeHeight: 1 })).close();
  }
}

function watchBlock(block: Element): Part {
  const tag = block.localName;
  const isElement = tag.includes('-');
  return {
    name: `${nameSlide(block)}${tag} ${block.getAttribute('data-block') ?? ''}`,
    drawn: isElement ? waitForElement(block, tag) : Promise.resolve(),
  };
}

async function waitForElement(block: Element, tag: string): Promise<void> {
  await Promise.race([customElements.whenDefined(tag), waitForFailure(block)]);
  await (block as Element & { ready?: Promise<void> }).ready;
}

/** Rejects when the module of a block's element cannot be loaded. */
function waitForFailure(block: Element): Promise<never> {
  return new Promise((_, reject) => {
    if (block.classList.contains('failed')) reject(new Error());
    else block.addEventListener(FAILED_EVENT, () => reject(new Error()), { once: true });
  });
}

function nameSlide(element: Element): string {
  const slide = element.closest('section.slide');
  return slide ? `slide ${slide.id}: ` : '';
}

function nextFrame(): Promise<void> {
  // A page in the background gets no frames, but must still report that it is ready.
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, 250);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
