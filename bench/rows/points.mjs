import { takeCounts, waitForCount, withLiveTalk } from '../live-page.mjs';
import { toRow, writePoints } from '../live-talk.mjs';
import { sleep } from '../statistics.mjs';

const POINTS = 10_000;
const UPDATES = 20;

/** A line of ten thousand points: first drawn, and drawn again for each row that comes. */
export async function measurePoints({ folder, tool, record }) {
  const writeTalk = (place, stream) => writePoints(place, stream, POINTS);
  await withLiveTalk(folder, writeTalk, async ({ page, stream }) => {
    const note = (row, value) => record(`${POINTS} points, ${row}`, tool, 'ms', value);
    note('page asked for to painted', await page.evaluate('window.bench.drawnAt'));
    note('first drawing', (await takeCounts(page)).spent[0]);
    await sleep(2000);
    for (let count = 1; count <= UPDATES; count++) {
      await takeCounts(page);
      const toldAt = Date.now();
      stream.send(toRow(POINTS - 1, count));
      note('update to painted', (await waitForCount(page, count)) - toldAt);
      const { spent } = await takeCounts(page);
      for (const time of spent) note('drawing again', time);
      await sleep(500);
    }
  });
}
