import { defineBlock, html, useRow, v } from 'rostrum';
import { readGauge } from './reading.js';

/** Returns the address of a file of this package. */
const file = (name) => new URL(name, import.meta.url);

export default defineBlock({
  name: 'gauge',
  about: 'The newest value of a dataset as a share of what is possible.',
  schema: v.strictObject({
    data: v.string(),
    value: v.string(),
    of: v.pipe(v.number(), v.minValue(1)),
    label: v.optional(v.string()),
  }),
  element: file('./element.js'),
  drawsItself: true,
  style: file('./gauge.css'),
  compile(spec, context) {
    const data = context.dataset(spec.data, ['data']);
    if (!data) return null;
    const gauge = readGauge(data, spec);
    if (!gauge) {
      context.report({
        code: 'gauge-without-number',
        severity: 'error',
        message: `The newest row of "${spec.data}" has no number in "${spec.value}".`,
        hint: `Columns are ${data.columns.join(', ')}.`,
        span: context.spanOf(['value']),
      });
      return null;
    }
    const element = html`<rostrum-gauge class="block block-gauge" data-block="${context.id}" data-spec="${JSON.stringify(spec)}"><p class="gauge-text">${gauge.text}</p><div class="gauge-track"><div class="gauge-bar" style="width: ${100 * gauge.share}%"></div></div></rostrum-gauge>`;
    const uses = data.rows.slice(-1).map((row) => useRow(data, row));
    return { html: element.markup, steps: 0, text: gauge.text, uses };
  },
  pptx(spec, { dataset, width, height, colour }) {
    const data = dataset(spec.data);
    const gauge = data && readGauge(data, spec);
    if (!gauge) return null;
    const track = { kind: 'rectangle', x: 0, y: height - 24, height: 24, radius: 12 };
    return [
      { kind: 'text', x: 0, y: 0, width, height: 60, text: gauge.text, size: 40, isBold: true },
      { ...track, width, fill: colour('rule') },
      { ...track, width: Math.max(24, width * gauge.share), fill: colour('accent') },
    ];
  },
});
