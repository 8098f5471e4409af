import type { Session } from './pipe.ts';

const MAX_MESSAGE_LENGTH = 80;

/** Dismisses every dialog of a tab, which would stop it until someone answers; gives a list that grows by each. */
export function dismissDialogs(tab: Session): readonly string[] {
  const dismissed: string[] = [];
  tab.listen('Page.javascriptDialogOpening', ({ type, message }) => {
    dismissed.push(`a dialog was dismissed: ${type} "${message.slice(0, MAX_MESSAGE_LENGTH)}"`);
    // A page may open a dialog as it closes.
    tab.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => {});
  });
  return dismissed;
}
