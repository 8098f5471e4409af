import type { Element } from '../raw/nodes.ts';
import { textOf } from './clean-drawing.ts';
import type { WrittenStep } from './diagram-remarks.ts';

/** The parts of a drawing at each step, and the names that no part has. */
export interface DiagramSteps {
  /** The elements that appear at each step. */
  groups: Element[][];
  unknown: WrittenStep['names'];
  /** All names that steps may use. */
  names: string[];
}

const MARK = 'data-part';
const ARROW = '->';

/** Finds the parts that appear at each step; an edge comes with the later of its ends, if no step names it. */
export function assignSteps(svg: Element, steps: readonly WrittenStep[]): DiagramSteps {
  const parts = listParts(svg);
  const byName = new Map<string, number>();
  const unknown: WrittenStep['names'] = [];
  steps.forEach(({ names }, index) => {
    for (const written of names) {
      const found = findName(written.name, parts);
      if (found === undefined) unknown.push(written);
      else byName.set(found, index);
    }
  });
  const groups: Element[][] = steps.map(() => []);
  for (const { name, element } of parts) {
    const step = byName.get(name) ?? stepOfEnds(name, byName);
    if (step !== undefined) groups[step]?.push(element);
  }
  for (const { element } of parts) element.attrs = element.attrs.filter((one) => one.name !== MARK);
  return { groups, unknown, names: [...new Set(parts.map(({ name }) => name))] };
}

interface Part {
  name: string;
  /** What is written on it. */
  label: string;
  element: Element;
}

function listParts(element: Element): Part[] {
  return element.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const name = node.attrs.find((one) => one.name === MARK)?.value;
    const inner = listParts(node);
    return name === undefined ? inner : [{ name, label: toLabel(node), element: node }, ...inner];
  });
}

function toLabel(element: Element): string {
  return textOf(element).replaceAll(/\s+/g, ' ').trim();
}

/** Finds a part by its name, or by what is written on it. */
function findName(name: string, parts: readonly Part[]): string | undefined {
  const found = parts.find((part) => part.name === name);
  return (found ?? parts.find(({ label }) => label === name))?.name;
}

function stepOfEnds(name: string, byName: ReadonlyMap<string, number>): number | undefined {
  const at = name.indexOf(ARROW);
  if (at < 0) return undefined;
  const ends = [byName.get(name.slice(0, at)), byName.get(name.slice(at + ARROW.length))];
  const steps = ends.filter((step) => step !== undefined);
  return steps.length === 0 ? undefined : Math.max(...steps);
}
