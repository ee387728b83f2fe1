import type { AddAbsence, AddRoom, ChangeRoom, Language, RoomView } from '@kohorte/contracts';
import { Clock, Database, fieldProblem, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { usualHours } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { RoomBlock } from './entities/room-block.entity.js';
import { Room } from './entities/room.entity.js';
import { refuseUnknownSites } from './sites.js';
import { hoursIn, instantJson, spanIn } from './spans.js';

/** Who changes something, as far as it matters here. */
type Changer = Pick<SignedIn, 'userId' | 'language'>;

/** The most blocks of a room that are not over. */
const mostBlocks = 500;

/** `$1` is the present. */
const roomView = `r.id as "roomId", r.site_id as "siteId", s.name as "siteName", s.time_zone as "timeZone", r.name,
  r.seats, r.equipment, r.hours, ${instantJson('r.closed_at')} as "closedAt",
  coalesce((select json_agg(json_build_object('blockId', b.id, 'startsAt', ${instantJson('b.starts_at')},
      'endsAt', ${instantJson('b.ends_at')}, 'note', b.note) order by b.starts_at, b.id)
    from room_block b where b.room_id = r.id and b.ends_at > $1), '[]') as blocks`;

/** The rooms of the company, and when they are to be had. */
@Injectable()
export class Rooms {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** Every room, those closed last. */
  list(): Promise<RoomView[]> {
    return this.database.query<RoomView>(
      `select ${roomView} from room r join site s on s.id = r.site_id
       order by lower(s.name), s.id, r.closed_at is not null, lower(r.name), r.id`,
      [this.clock.now()],
    );
  }

  /** @throws {Problem} `site-unknown`, `name-taken`, `invalid-input` for hours upside down, naming the field */
  async add(actor: Changer, asked: AddRoom): Promise<RoomView> {
    const [roomId] = await this.addMany(actor, [asked]);
    return this.one(roomId!);
  }

  /** Adds many at once, or none. @throws {Problem} as `add` */
  async addMany(actor: Changer, asked: readonly AddRoom[]): Promise<string[]> {
    const { language, userId } = actor;
    const rooms = asked.map((room) => ({ ...room, hours: hoursIn(room.hours ?? usualHours, language) }));
    return this.work.run(async (unit) => {
      await refuseUnknownSites(
        unit,
        rooms.map(({ siteId }) => siteId),
        'siteId',
        language,
      );
      const added = rooms.map((room) => ({ ...room, equipment: room.equipment ?? [], id: unit.ids.next() }));
      const taken = await unit.query<{ id: string }>(
        `insert into room (id, site_id, name, seats, equipment, hours, created_at)
         select id, "siteId", name, seats, equipment, hours, $2
         from jsonb_to_recordset($1::jsonb)
           as n (id uuid, "siteId" uuid, name text, seats int, equipment text[], hours jsonb)
         on conflict (site_id, name) do nothing returning id`,
        [JSON.stringify(added), unit.now],
      );
      if (taken.length < added.length) throw nameTaken(language);
      for (const { id } of added) unit.record('schedule.room-added', { roomId: id });
      return added.map(({ id }) => id);
    }, userId);
  }

  /** Changes what is given. @throws {Problem} `not-found`, and as `add` does */
  async change(actor: Changer, roomId: string, asked: ChangeRoom): Promise<RoomView> {
    const hours = asked.hours ? hoursIn(asked.hours, actor.language) : undefined;
    await this.work.run(async (unit) => {
      const room = await lockRoom(unit, roomId);
      if (asked.name) await refuseTaken(unit, room, asked.name, actor.language);
      room.name = asked.name ?? room.name;
      room.seats = asked.seats ?? room.seats;
      room.equipment = asked.equipment ?? room.equipment;
      room.hours = hours ?? room.hours;
      await unit.manager.save(Room, room, { transaction: false, reload: false });
      unit.record('schedule.room-changed', { roomId });
    }, actor.userId);
    return this.one(roomId);
  }

  /** Closes a room, or opens it again: it is planned no more, and what stands in it stays. */
  async close(actor: Changer, roomId: string, isClosed: boolean): Promise<RoomView> {
    await this.work.run(async (unit) => {
      const room = await lockRoom(unit, roomId);
      if ((room.closedAt !== null) === isClosed) return;
      await unit.manager.update(Room, { id: roomId }, { closedAt: isClosed ? unit.now : null });
      unit.record(isClosed ? 'schedule.room-closed' : 'schedule.room-reopened', { roomId });
    }, actor.userId);
    return this.one(roomId);
  }

  /** @throws {Problem} `not-found`, `invalid-input` naming the end that is not right */
  async block(actor: Changer, roomId: string, asked: AddAbsence): Promise<RoomView> {
    const span = spanIn(asked, actor.language);
    await this.work.run(async (unit) => {
      await lockRoom(unit, roomId);
      const [there] = await unit.query<{ blocks: number }>(
        `select count(*)::int as blocks from room_block where room_id = $1 and ends_at > $2`,
        [roomId, unit.now],
      );
      if (there!.blocks >= mostBlocks)
        throw new Problem('invalid-input', {
          errors: [fieldProblem('startsAt', 'arrayMaxSize', actor.language, String(mostBlocks))],
        });
      await unit.manager.insert(RoomBlock, { id: unit.ids.next(), roomId, ...span });
      unit.record('schedule.room-changed', { roomId });
    }, actor.userId);
    return this.one(roomId);
  }

  async unblock(actor: Changer, blockId: string): Promise<RoomView> {
    const roomId = await this.work.run(async (unit) => {
      const [block] = await unit.query<{ roomId: string }>(
        `delete from room_block where id = $1 returning room_id as "roomId"`,
        [blockId],
      );
      unit.record('schedule.room-changed', { roomId: found(block).roomId });
      return block!.roomId;
    }, actor.userId);
    return this.one(roomId);
  }

  private async one(roomId: string): Promise<RoomView> {
    const room = await this.database.one<RoomView>(
      `select ${roomView} from room r join site s on s.id = r.site_id where r.id = $2`,
      [this.clock.now(), roomId],
    );
    return found(room);
  }
}

async function lockRoom(unit: Unit, roomId: string): Promise<Room> {
  const lock = { mode: 'pessimistic_write' } as const;
  return found(await unit.manager.findOne(Room, { where: { id: roomId }, lock }));
}

/** @throws {Problem} `name-taken` by another room of the site */
async function refuseTaken(unit: Unit, { id, siteId, name }: Room, next: string, language: Language): Promise<void> {
  if (name === next) return;
  await unit.query(`select 1 from site where id = $1 for no key update`, [siteId]);
  const taken = await unit.query(`select 1 from room where site_id = $1 and name = $2 and id <> $3`, [
    siteId,
    next,
    id,
  ]);
  if (taken.length > 0) throw nameTaken(language);
}

function nameTaken(language: Language): Problem {
  return new Problem('name-taken', { errors: [fieldProblem('name', 'name-taken', language)] });
}
