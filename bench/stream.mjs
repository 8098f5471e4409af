import http from 'node:http';

const HEARTBEAT = 1000;
const TICK = 10;

/** Starts a local event source: `send` sends a row to all listeners. */
export async function openStream() {
  const listeners = new Set();
  const server = http.createServer((_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Access-Control-Allow-Origin': '*',
    });
    response.write(': hello\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  });
  const tell = (text) => {
    for (const response of listeners) response.write(text);
  };
  const heartbeat = setInterval(() => tell(': here\n\n'), HEARTBEAT);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  let id = 0;
  const send = (row) => tell(`id: ${++id}\ndata: ${JSON.stringify(row)}\n\n`);
  return {
    url: `http://127.0.0.1:${server.address().port}/rows`,
    send,
    pour: (rate, seconds, toRow) => pour(send, { rate, seconds, toRow }),
    close() {
      clearInterval(heartbeat);
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Sends rows at the given rate per second; a late timer is caught up. */
function pour(send, { rate, seconds, toRow }) {
  const started = performance.now();
  let sent = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(seconds, (performance.now() - started) / 1000) * rate;
      for (; sent < due; sent++) send(toRow(sent));
      if (sent < seconds * rate) return;
      clearInterval(timer);
      resolve(sent);
    }, TICK);
  });
}
