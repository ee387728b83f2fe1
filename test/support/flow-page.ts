/** The table of docs/flows.md: what has happened, what is done about it, and what is asked every so often. */
export function flowPage(
  reactions: Record<string, readonly string[]>,
  jobs: Readonly<Record<string, { queue: string; everySeconds?: number }>>,
): string {
  const facts = Object.entries(reactions).map(
    ([fact, caused]) => `| \`${fact}\` | ${caused.map((job) => `\`${job}\` (${jobs[job]!.queue})`).join(', ')} |`,
  );
  const sweeps = Object.entries(jobs)
    .filter(([, { everySeconds }]) => everySeconds !== undefined)
    .map(([job, { queue, everySeconds }]) => `| \`${job}\` | ${everySeconds} s | ${queue} |`);
  return [
    '| what has happened | the jobs it causes (queue) |',
    '| --- | --- |',
    ...facts,
    '',
    '| sweep | every | queue |',
    '| --- | --- | --- |',
    ...sweeps,
  ].join('\n');
}
