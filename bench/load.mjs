/**
 * Asks a server over and over on a number of connections for a while, and counts the answers. A process of its own, on
 * bare sockets: the less it costs, the more of the machine is left to those who are measured.
 */
import { connect } from 'node:net';

process.on('message', ({ port, requests, connections, seconds, enough = Infinity }) => {
  if (!(connections <= 256 && seconds <= 30)) return process.send({ failed: 'too much is asked' });
  run(port, requests, connections, seconds, enough).then(
    (answer) => process.send(answer),
    (error) => process.send({ failed: error.message }),
  );
});

/** How long the connections are in use before the counting begins. */
const warmUp = 0.3;

/** Stops after so many seconds, or as soon as there are `enough` answers. */
async function run(port, requests, connections, seconds, enough) {
  const texts = requests.map(({ path, cookie }) =>
    [`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', `Cookie: ${cookie}`, 'Accept: application/json', '', ''].join('\r\n'),
  );
  const begins = performance.now() + warmUp * 1_000;
  const ends = begins + seconds * 1_000;
  const seen = { answers: 0, bytes: 0, statements: 0 };
  let turn = 0;
  const next = () => texts[turn++ % texts.length];
  const note = (bytes, statements) => {
    const now = performance.now();
    seen.statements = Math.max(seen.statements, statements);
    if (now >= begins && now < ends) {
      seen.answers += 1;
      seen.bytes += bytes;
    }
    return now < ends && seen.answers < enough;
  };
  await Promise.all(Array.from({ length: connections }, () => converse(port, next, note)));
  return {
    perSecond: seen.answers / seconds,
    statements: seen.statements,
    bytes: Math.round(seen.bytes / seen.answers),
  };
}

/** One connection: asks, reads the whole answer, asks again, until `note` says that it is enough. */
function converse(port, next, note) {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let head = '';
    let missing = -1;
    let answer = { bytes: 0, statements: 0 };
    const ask = () => socket.write(next());
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer for 10 s')));
    socket.once('connect', ask);
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('the server hung up')));
    socket.on('data', (chunk) => {
      if (missing < 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.startsWith('HTTP/1.1 200 ')) return socket.destroy(new Error(head.split('\r\n', 1)[0]));
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
        if (Number.isNaN(length)) return socket.destroy(new Error('an answer without its length'));
        const statements = Number(/\r\nserver-timing: statements;desc="(\d+)"/i.exec(head)?.[1] ?? 0);
        answer = { bytes: length, statements };
        missing = length - (head.length - end - 4);
        head = '';
      } else missing -= chunk.length;
      if (missing > 0) return;
      missing = -1;
      if (note(answer.bytes, answer.statements)) return ask();
      socket.removeAllListeners('close');
      socket.end();
      done();
    });
  });
}
