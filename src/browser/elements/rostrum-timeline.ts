import {
  timelineView,
  type TimelineSpec,
  type TimelineView,
} from '../../talk/blocks/timeline/timeline-view.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import { drawScene } from '../charts/render-scene.ts';
import { drawTimeline } from '../charts/kinds/timeline-drawing.ts';
import { BlockElement, DRAWN_ATTRIBUTE, type Frame } from './block-element.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws releases on a time axis above their list, and shows the part of the list for the current step. */
export class TimelineElement extends BlockElement {
  protected override draw({ size, motion, step }: Frame): void {
    const spec = this.readSpec<TimelineSpec & { asOf: IsoDate }>();
    const view = timelineView(spec, this.readDataset(spec.data), spec.asOf);
    const current = findCurrent(spec, view, step);
    const scene = drawTimeline(view, { width: size.width, current });
    const svg = this.#svg();
    svg.style.height = `${scene.height}px`;
    drawScene(svg, scene, motion);
    for (const item of this.querySelectorAll<HTMLElement>('.release')) {
      item.classList.toggle('current', item.dataset['version'] === current);
    }
    this.classList.toggle('telling', current !== null);
  }

  #svg(): SVGSVGElement {
    const present = this.querySelector<SVGSVGElement>(':scope > .timeline-drawing');
    if (present) return present;
    const svg = document.createElementNS(SVG, 'svg');
    svg.classList.add('timeline-drawing');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute(DRAWN_ATTRIBUTE, '');
    this.prepend(svg);
    return svg;
  }
}

/** Finds the release of a step; null before the first. */
function findCurrent(
  { focus, highlights = 'steps' }: TimelineSpec,
  { releases, told }: TimelineView,
  step: number,
): string | null {
  if (focus !== undefined) return focus;
  if (highlights !== 'steps') return null;
  return releases[told[step - 1] ?? -1]?.version ?? null;
}
