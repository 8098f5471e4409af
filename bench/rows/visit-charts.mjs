import { withBrowser } from '../browser.mjs';
import { writeChartTalk } from '../chart-talk.mjs';
import { runCommand } from '../process.mjs';
import { serveFolder } from '../serve.mjs';
import { makeRostrum } from '../tools.mjs';
import { visitOnce } from './visit.mjs';

/** What the first visit of a talk with charts, a figure and a timeline asks for. */
export async function measureChartVisit({ folder, tool, record }) {
  const { page, first } = writeChartTalk(folder);
  const { build, built, current } = { ...makeRostrum(folder, 1), ...tool };
  await runCommand(build);
  const site = await serveFolder(built.folder);
  const visited = { ...tool, current, built: { ...built, page } };
  const options = { site, tool: visited, record, first, row: 'first visit with charts' };
  await withBrowser((browser) => visitOnce(browser, options));
  site.close();
}
