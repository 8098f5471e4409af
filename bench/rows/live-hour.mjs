import { readHeap, takeCounts, waitForCount, withLiveTalk } from '../live-page.mjs';
import { DAYS, toRow, writeSixCharts } from '../live-talk.mjs';

const UPDATES = 3600;
const LOOK = 600;

/** The updates of an hour, one a second, each sent as soon as the last is drawn: does memory stay flat? */
export async function measureLiveHour({ folder, tool, record }) {
  await withLiveTalk(folder, writeSixCharts, async ({ page, protocol, stream }) => {
    const look = async (count) => {
      // What the bench itself counted is not the talk's.
      await takeCounts(page);
      const { heap, nodes } = await readHeap(protocol);
      record(`live hour, heap after ${count} updates`, tool, 'MB', heap);
      record('live hour, DOM', tool, 'nodes', nodes);
    };
    await look(0);
    for (let count = 1; count <= UPDATES; count++) {
      // All days change in turn, and the newest, which tells the number, with every update.
      stream.send(toRow(count % (DAYS - 1), count));
      stream.send(toRow(DAYS - 1, count));
      await waitForCount(page, count, 1);
      if (count % LOOK === 0) await look(count);
    }
  });
}
