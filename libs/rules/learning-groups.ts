import { drawn } from './allocate-reviews/pool.js';

/** Somebody to be put into a group. */
export interface GroupLearner {
  id: string;
  /** Org unit and site, where known; people of whom nothing is known have nothing in common. */
  unit: string | null;
  site: string | null;
}

/** How groups are made; the same gives the same groups, in whatever order people come. */
export interface GroupsAsked {
  /** How many are to be in a group; as near to it as the number of people allows. */
  size: number;
  way: 'random' | 'mixed';
  seed: number;
}

/** At most so many exchanges are tried, so that thousands of people are mixed in a moment. */
const mostTries = 3_000_000;

/**
 * Puts people into groups whose sizes differ by one at the most; nobody is alone where there are two. At random, or
 * mixed: each group holds people of as many units and sites as can be. People are dealt out, each to where fewest of
 * their own are, and then exchanged as long as fewer come to sit with their own.
 */
export function mixLearningGroups(people: readonly GroupLearner[], asked: GroupsAsked): string[][] {
  const drawnOrder = people
    .map((person) => ({ person, draw: drawn(asked.seed, person.id) }))
    .sort((a, b) => a.draw - b.draw || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person);
  const count = groupCount(people.length, asked.size);
  if (asked.way === 'mixed') return mixed(byUnit(drawnOrder), count).map((group) => group.sort());
  const groups: string[][] = Array.from({ length: count }, () => []);
  drawnOrder.forEach(({ id }, index) => groups[index % count]!.push(id));
  return groups.map((group) => group.sort());
}

/** How many groups make sizes that are nearest to the one asked for. */
function groupCount(people: number, size: number): number {
  if (people === 0) return 0;
  const nearest = Math.round(people / Math.max(1, size));
  return Math.max(1, Math.min(nearest, Math.floor(people / 2)));
}

/** The largest units first, people of a unit one after the other, and among them those of a site. */
function byUnit(people: readonly GroupLearner[]): GroupLearner[] {
  const keyed = people.map((person, index) => ({ person, unit: person.unit ?? `\u0000${index}`, index }));
  const units = countBy(keyed, ({ unit }) => unit);
  const sites = countBy(people, ({ site }) => site ?? '');
  return keyed
    .sort(
      (a, b) =>
        units.get(b.unit)! - units.get(a.unit)! ||
        compare(a.unit, b.unit) ||
        sites.get(b.person.site ?? '')! - sites.get(a.person.site ?? '')! ||
        compare(a.person.site ?? '', b.person.site ?? '') ||
        a.index - b.index,
    )
    .map(({ person }) => person);
}

function mixed(people: readonly GroupLearner[], count: number): string[][] {
  const dealt = new Dealt(people, count);
  // One to each group before any gets another.
  for (let first = 0; first < people.length; first += count) {
    const open = new Set(Array.from({ length: count }, (_, group) => group));
    for (let who = first; who < Math.min(first + count, people.length); who++) {
      let best = -1;
      for (const group of open) if (best < 0 || dealt.own(who, group) < dealt.own(who, best)) best = group;
      open.delete(best);
      dealt.put(who, best);
    }
  }
  dealt.exchange();
  return dealt.groups.map((group) => group.map((who) => people[who]!.id));
}

/** People in groups, by number, with how many of each unit and site every group holds. */
class Dealt {
  readonly groups: number[][];
  private readonly units: Tally;
  private readonly sites: Tally;

  constructor(people: readonly GroupLearner[], count: number) {
    this.groups = Array.from({ length: count }, () => []);
    this.units = new Tally(
      people.map(({ unit }) => unit),
      count,
    );
    this.sites = new Tally(
      people.map(({ site }) => site),
      count,
    );
  }

  put(who: number, group: number): void {
    this.groups[group]!.push(who);
    this.count(who, group, 1);
  }

  /** How many with the same unit, and with the same site, are in a group; oneself counts where one is in it. */
  own(who: number, group: number): number {
    return this.units.of(who, group) + this.sites.of(who, group);
  }

  /** Exchanges two people of two groups wherever fewer then sit with their own. */
  exchange(): void {
    let tries = 0;
    for (let better = true; better;) {
      better = false;
      for (const [g, group] of this.groups.entries())
        for (let i = 0; i < group.length; i++)
          for (let h = 0; h < this.groups.length; h++) {
            const other = this.groups[h]!;
            for (let j = 0; h !== g && j < other.length; j++) {
              if (++tries > mostTries) return;
              if (this.gain(group[i]!, g, other[j]!, h) <= 0) continue;
              this.swap(g, i, h, j);
              better = true;
            }
          }
    }
  }

  /** How many pairs fewer there are once `a` of the group `g` and `b` of the group `h` have changed places. */
  private gain(a: number, g: number, b: number, h: number): number {
    return this.units.gain(a, g, b, h) + this.sites.gain(a, g, b, h);
  }

  private swap(g: number, i: number, h: number, j: number): void {
    const a = this.groups[g]![i]!;
    const b = this.groups[h]![j]!;
    this.groups[g]![i] = b;
    this.groups[h]![j] = a;
    for (const [who, group, by] of [
      [a, g, -1],
      [b, g, 1],
      [b, h, -1],
      [a, h, 1],
    ] as const)
      this.count(who, group, by);
  }

  private count(who: number, group: number, by: number): void {
    this.units.add(who, group, by);
    this.sites.add(who, group, by);
  }
}

/** How many people of each kind every group holds; people of no known kind count nowhere. */
class Tally {
  private readonly kindOf: Int32Array;
  private readonly held: Int32Array;
  private readonly kinds: number;

  constructor(kinds: readonly (string | null)[], groups: number) {
    const numbers = new Map([...new Set(kinds)].filter((kind) => kind !== null).map((kind, index) => [kind, index]));
    this.kindOf = Int32Array.from(kinds, (kind) => (kind === null ? -1 : numbers.get(kind)!));
    this.kinds = numbers.size;
    this.held = new Int32Array(groups * this.kinds);
  }

  of(who: number, group: number): number {
    const kind = this.kindOf[who]!;
    return kind < 0 ? 0 : this.held[group * this.kinds + kind]!;
  }

  add(who: number, group: number, by: number): void {
    const kind = this.kindOf[who]!;
    if (kind >= 0) this.held[group * this.kinds + kind]! += by;
  }

  gain(a: number, g: number, b: number, h: number): number {
    if (this.kindOf[a] === this.kindOf[b]) return 0;
    const before = this.pairs(a, g) + this.pairs(b, h);
    return before - this.of(a, h) - this.of(b, g);
  }

  /** With how many of their own kind somebody sits in the group in which they are. */
  private pairs(who: number, group: number): number {
    return this.kindOf[who]! < 0 ? 0 : this.of(who, group) - 1;
  }
}

/**
 * Where those who come later go: one after the other into the smallest group, the first of equals.
 * @returns for each of them the index of their group; nobody is placed where there is none
 */
export function placeLatecomers(sizes: readonly number[], people: readonly string[]): Map<string, number> {
  const now = [...sizes];
  const placed = new Map<string, number>();
  if (now.length === 0) return placed;
  for (const person of people.toSorted()) {
    const smallest = now.indexOf(Math.min(...now));
    now[smallest]! += 1;
    placed.set(person, smallest);
  }
  return placed;
}

function countBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
