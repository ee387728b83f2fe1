/**
 * Opens live streams as many browsers' tabs would, on bare sockets, and notes when each hears of which post. A process
 * of its own, so that reading them costs those who are measured as little as may be.
 */
import { connect } from 'node:net';

const sockets = [];
/** By the post's number: when each tab heard of it, in milliseconds since the epoch. */
const heard = new Map();

process.on('message', ({ open, close, heardOf }) => {
  if (open) return openAll(open).then((count) => process.send({ count }), fail);
  if (close) {
    for (const socket of sockets.splice(0)) socket.destroy();
    return process.send({});
  }
  const times = heard.get(heardOf) ?? [];
  process.send({ count: times.length, last: Math.max(...times), times });
});

const fail = (error) => process.send({ failed: error.message });

/** Some at a time, as they would come. */
async function openAll(tabs) {
  for (let from = 0; from < tabs.length; from += 50) await Promise.all(tabs.slice(from, from + 50).map(listen));
  return sockets.length;
}

/** Resolves once the stream has greeted. */
function listen({ port, cookie }) {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let text = '';
    let isOpen = false;
    socket.once('connect', () =>
      socket.write(
        `GET /api/live HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nAccept: text/event-stream\r\n\r\n`,
      ),
    );
    socket.once('error', fail);
    socket.on('data', (chunk) => {
      const now = performance.timeOrigin + performance.now();
      text += chunk.toString('latin1');
      if (!isOpen) {
        if (!text.startsWith('HTTP/1.1 200 ')) return fail(new Error(text.split('\r\n', 1)[0]));
        if (!text.includes('"hello"')) return;
        isOpen = true;
        sockets.push(socket);
        done();
      }
      for (const [, number] of text.matchAll(/"kind":"post"[^}]*"number":(\d+)\}/g)) {
        const times = heard.get(Number(number)) ?? [];
        times.push(now);
        heard.set(Number(number), times);
      }
      text = text.slice(text.lastIndexOf('\n') + 1);
    });
  });
}
