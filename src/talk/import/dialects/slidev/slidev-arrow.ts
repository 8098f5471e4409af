import { attributeOf, type DeckTag } from '../../deck-tags.ts';

/** Draws an arrow of Slidev, whose ends are at pixels of its slides. */
export function drawArrow(tag: DeckTag): string {
  const number = (name: string, fallback: number): number => {
    const value = Number(attributeOf(tag, name) ?? attributeOf(tag, `:${name}`));
    return Number.isFinite(value) ? value : fallback;
  };
  const [x1, y1, x2, y2] = [number('x1', 0), number('y1', 0), number('x2', 0), number('y2', 0)];
  const width = number('width', 2);
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const head = (turn: number): string =>
    `${round(x2 - HEAD * Math.cos(angle + turn))},${round(y2 - HEAD * Math.sin(angle + turn))}`;
  const colour =
    /^[\w#(),.%\s-]{1,40}$/.exec(attributeOf(tag, 'color') ?? '')?.[0] ?? 'currentColor';
  return (
    `<svg class="deck-arrow" viewBox="0 0 980 552" aria-hidden="true" fill="none" stroke="${colour}" stroke-width="${width}">` +
    `<path d="M${x1},${y1} L${x2},${y2} M${head(0.5)} L${x2},${y2} L${head(-0.5)}"/></svg>`
  );
}

/** The rule that puts the arrows of a talk over their slides. */
export const ARROW_RULE =
  '.deck-arrow { position: absolute; inset: 0; width: 100%; height: 100%; }';

function round(value: number): number {
  return Number(value.toFixed(1));
}

const HEAD = 12;
