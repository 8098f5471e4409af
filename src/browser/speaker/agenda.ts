import { html, type Html } from '../../talk/html/html.ts';
import { planSections, type PlannedSection, type TimePlan } from '../../talk/model/time-plan.ts';
import { printClock } from '../stage/clock.ts';
import { MIN_DELAY } from './pace.ts';
import type { OutlineSlide } from '../stage/position.ts';

/** What an agenda shows of a talk at a moment. */
export interface AgendaState {
  slides: readonly OutlineSlide[];
  plan: TimePlan;
  /** Id of the current slide. */
  slide: string;
  /** Milliseconds on the clock when slides were first shown, by id. */
  reached: Readonly<Record<string, number>>;
}

/** Renders the sections of a talk with the time at which each is due, and at which it was reached; empty for one section. */
export function renderAgenda({ slides, plan, slide, reached }: AgendaState): string {
  const sections = planSections(slides, plan);
  if (sections.length < 2) return '';
  const titles = new Map(slides.map(({ id, title }) => [id, title]));
  const hasStarted = Object.keys(reached).length > 0;
  const rows = sections.map((section, index) => {
    const at = index === 0 && hasStarted ? 0 : findReached(section, reached);
    const isCurrent = section.slides.includes(slide);
    return html`<tr${isCurrent ? html` aria-current="true"` : null}>
      <th scope="row">${titles.get(section.id ?? section.slides[0] ?? '') ?? ''}</th>
      <td>${printClock(section.start)}</td>
      ${renderActual(section, at)}
    </tr>`;
  });
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Section</th>
        <th scope="col">Plan</th>
        <th scope="col">Actual</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`.markup;
}

/** Returns the second at which a section was first reached; null when it was not. */
function findReached(
  { slides }: PlannedSection,
  reached: Readonly<Record<string, number>>,
): number | null {
  const times = slides.map((id) => reached[id]).filter((time) => time !== undefined);
  return times.length === 0 ? null : Math.min(...times) / 1000;
}

/** Says when a section began, and how much later or earlier than planned that was. */
function renderActual({ start }: PlannedSection, at: number | null): Html {
  if (at === null) return html`<td></td>`;
  const delay = at - start;
  if (Math.abs(delay) < MIN_DELAY) return html`<td>${printClock(at)}</td>`;
  const sign = delay > 0 ? '+' : '\u2212';
  const kind = delay > 0 ? 'is-late' : 'is-early';
  return html`<td class="${kind}">${printClock(at)} <small>${sign}${printClock(Math.abs(delay))}</small></td>`;
}
