import { readHeap, takeCounts, waitForCount, withLiveTalk } from '../live-page.mjs';
import { DAYS, toRow, writeSixCharts } from '../live-talk.mjs';
import { sleep } from '../statistics.mjs';

const RATE = 1000;
const QUIET = 10;

/** A thousand updates a second on a slide with six charts: frames and memory, and the same slide at rest beside it. */
export async function measureLive({ folder, tool, seconds, record }) {
  await withLiveTalk(folder, writeSixCharts, async ({ page, protocol, stream }) => {
    const note = (row, unit, value) => record(`live, ${row}`, tool, unit, value);
    await sleep(2000);
    await takeCounts(page);
    await sleep(QUIET * 1000);
    const rest = await takeCounts(page);
    note('frames at rest', 'per s', rest.frames / rest.seconds);
    note('frames dropped at rest', '%', shareDropped(rest));

    const before = await readHeap(protocol);
    await takeCounts(page);
    const sent = await stream.pour(RATE, seconds, (index) => toRow(index % DAYS, index + 1));
    const busy = await takeCounts(page);
    const last = sent + 1;
    const toldAt = Date.now();
    stream.send(toRow(DAYS - 1, last));
    const seenAt = await waitForCount(page, last);
    await sleep(1000);
    const after = await readHeap(protocol);

    note('updates', 'per s', sent / busy.seconds);
    note('frames', 'per s', busy.frames / busy.seconds);
    note('frames dropped', '%', shareDropped(busy));
    note('frames with a drawing', 'per s', busy.framesDrawn / busy.seconds);
    note('drawings of a chart in a frame, most', 'drawings', busy.most);
    for (const time of busy.spent) note('drawing of one chart', 'ms', time);
    note('last update to painted', 'ms', seenAt - toldAt);
    note('heap before', 'MB', before.heap);
    note('heap after', 'MB', after.heap);
    note('DOM before', 'nodes', before.nodes);
    note('DOM after', 'nodes', after.nodes);
  });
}

function shareDropped({ frames, dropped }) {
  return (100 * dropped) / (frames + dropped);
}
