import { DIAGRAM_COLOURS, DIAGRAM_TEXT } from '../../talk/model/diagram/diagram-source.ts';

const ink = DIAGRAM_COLOURS.ink[0];
const text = { fontname: 'Arial', fontsize: DIAGRAM_TEXT, fontcolor: ink };
const DEFAULTS = {
  graphAttributes: {
    ...text,
    bgcolor: 'transparent',
    pad: 0.05,
    nodesep: 0.4,
    ranksep: 0.6,
    color: DIAGRAM_COLOURS.edge[0],
  },
  nodeAttributes: {
    ...text,
    ...{ shape: 'box', style: 'rounded,filled', penwidth: 1.5, margin: '0.25,0.14' },
    ...{ fillcolor: DIAGRAM_COLOURS.sunk[0], color: DIAGRAM_COLOURS.faint[0] },
  },
  edgeAttributes: { ...text, color: DIAGRAM_COLOURS.muted[0], penwidth: 1.5, arrowsize: 0.9 },
};

/** The script of the worker in which Graphviz runs, so that a layout without end can be stopped. */
export const GRAPHVIZ_WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { instance } = require(workerData.module);
const defaults = ${JSON.stringify(DEFAULTS)};
parentPort.on('message', async (text) => {
  try {
    const viz = await instance();
    const { output, errors, status } = viz.renderFormats(text, ['svg', 'json'], defaults);
    if (status !== 'success') return parentPort.postMessage({ errors });
    const { label, tooltip, name } = JSON.parse(output.json);
    parentPort.postMessage({ svg: output.svg, label, tooltip, name });
  } catch (error) {
    parentPort.postMessage({ errors: [{ message: String(error && error.message || error) }] });
  }
});
`;
