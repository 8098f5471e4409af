import { readHeap, takeCounts, waitForCount, withLiveTalk } from '../live-page.mjs';
import { DAYS, toRow, writeSixCharts } from '../live-talk.mjs';

const UPDATES = 3600;
const LOOK = 600;

/** The updates of an hour, one a second, each sent as soon as the last is drawn: does memory stay flat? */
export async function measureLiveHour(setting) {
  // All days change in turn; the newest, whose number is shown, changes with every update.
  await measureHour(setting, 'live hour', (count) => [
    toRow(count % (DAYS - 1), count),
    toRow(DAYS - 1, count),
  ]);
  await measureHour(setting, 'live hour of new days', (count) => [toRow(DAYS - 1 + count, count)]);
}

async function measureHour({ folder, tool, record }, row, toRows) {
  await withLiveTalk(folder, writeSixCharts, async ({ page, protocol, stream }) => {
    const look = async (count) => {
      // What the bench itself counted is not the talk's.
      await takeCounts(page);
      const { heap, nodes } = await readHeap(protocol);
      record(`${row}, heap after ${count} updates`, tool, 'MB', heap);
      record(`${row}, DOM after ${count} updates`, tool, 'nodes', nodes);
    };
    await look(0);
    for (let count = 1; count <= UPDATES; count++) {
      toRows(count).forEach(stream.send);
      await waitForCount(page, count, 1);
      if (count % LOOK === 0) await look(count);
    }
  });
}
