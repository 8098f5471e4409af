import type { Connection } from './pipe.ts';

interface Opening {
  type: string;
  message: string;
}

const MAX_MESSAGE_LENGTH = 80;

/** Dismisses every dialog of a tab, which would stop it until someone answers; gives a list that grows by each. */
export function dismissDialogs(connection: Connection, sessionId: string): readonly string[] {
  const dismissed: string[] = [];
  connection.listen('Page.javascriptDialogOpening', sessionId, (params) => {
    const { type, message } = params as unknown as Opening;
    dismissed.push(`a dialog was dismissed: ${type} "${message.slice(0, MAX_MESSAGE_LENGTH)}"`);
    // A page may open a dialog as it closes.
    const answer = { accept: false };
    connection.send('Page.handleJavaScriptDialog', answer, sessionId).catch(() => {});
  });
  return dismissed;
}
