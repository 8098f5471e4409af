import { printDuration } from '../../../talk/text/duration.ts';
import type { Terminal } from '../../terminal.ts';
import { printable } from './text-table.ts';
import type { RefreshWatch } from '../refresh/refresh.ts';

/** Shows a refresh as it goes: a bar, and a line for each dataset that is done or tried again. */
export function followRefresh(terminal: Terminal): RefreshWatch {
  const { style } = terminal;
  let bar: ReturnType<Terminal['startProgress']> | null = null;
  let done = 0;
  let all = 0;
  const say = (line: string): void => {
    bar?.end();
    terminal.note(line);
    if (done < all) bar?.advance(done);
  };
  return {
    onBegin(total) {
      all = total;
      bar = terminal.startProgress('Asking sources', total);
    },
    onStart() {},
    onRetry(name, { message }, wait) {
      say(style.dim(`${name}: ${printable(message)} Again in ${printDuration(wait)}.`));
    },
    onEnd({ name, outcome, host }) {
      done++;
      const paint = outcome === 'kept' || outcome === 'never' ? style.yellow : style.dim;
      say(`${style.dim(`${done}/${all}`)} ${name} ${style.dim(`from ${host}:`)} ${paint(outcome)}`);
    },
  };
}
