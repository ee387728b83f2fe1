/**
 * The limit of the HTTP figures: Node's own server that runs the statements it is told, by `pg`, and answers with the
 * rows as JSON. No session, no routing, no checks, no views, no logs.
 */
import { createServer } from 'node:http';
import pg from 'pg';

let server;

/** `plan`: for each path the groups of statements, those of a group at once, one group after another. */
process.on('message', ({ databaseUrl, connections, plan }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  const groupsOf = new Map(
    Object.entries(plan).map(([path, groups]) => [path, groups.map((group) => group.map(statement))]),
  );
  server = createServer(async (request, response) => {
    try {
      const rows = [];
      for (const group of groupsOf.get(request.url))
        rows.push(...(await Promise.all(group.map((one) => pool.query(one).then((result) => result.rows)))));
      const body = JSON.stringify(rows);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    } catch (error) {
      response.writeHead(500, { 'content-length': 0 });
      response.end();
      process.stderr.write(`bare server: ${error.message}\n`);
    }
  });
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});

function statement({ name, text, values }) {
  return { name, text, values: values.map((value) => (value?.bytes ? Buffer.from(value.bytes, 'hex') : value)) };
}
