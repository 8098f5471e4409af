import { BlockElement } from 'rostrum/browser';
import { readGauge } from './reading.js';

/** Shows the gauge of the rows that the page has now; live data call it again. */
export default class GaugeElement extends BlockElement {
  draw() {
    const spec = this.readSpec();
    const gauge = readGauge(this.readDataset(spec.data), spec);
    if (!gauge) throw new Error(`the newest row of "${spec.data}" has no number`);
    this.querySelector('.gauge-text').textContent = gauge.text;
    this.querySelector('.gauge-bar').style.width = `${100 * gauge.share}%`;
  }
}
