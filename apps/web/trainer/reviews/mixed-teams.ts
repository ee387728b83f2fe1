/**
 * People dealt out into teams as even as can be, of about `size` each: no team has more than one person more than
 * another. `draw` gives a number from 0 up to, but not, 1.
 */
export function mixedTeams<T>(people: readonly T[], size: number, draw: () => number): T[][] {
  const mixed = [...people];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const at = Math.floor(draw() * (last + 1));
    [mixed[last], mixed[at]] = [mixed[at]!, mixed[last]!];
  }
  const count = Math.max(1, Math.round(mixed.length / Math.max(1, size)));
  const teams = Array.from({ length: Math.min(count, mixed.length) }, (): T[] => []);
  mixed.forEach((person, index) => teams[index % teams.length]!.push(person));
  return teams;
}
