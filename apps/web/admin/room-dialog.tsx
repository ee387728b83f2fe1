import '../trainer/fields.js';
import type { AddAbsence, RoomView, SiteView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { usualHours } from '@kohorte/rules';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api.js';
import { refresh, useApiMaybe, useApiMutation } from '../queries.js';
import { HoursField } from '../schedule/work/hours-field.js';
import { TimesAway } from '../schedule/work/times-away.js';
import { Dialog } from '../shell/dialog.js';
import { offerUndo } from '../shell/toasts.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { TagsField } from '../trainer/tags-field.js';
import { WholeNumber } from '../trainer/whole-number.js';
import classes from './admin.module.css';
import parts from './rooms.module.css';

interface Parts {
  /** The room to change; `null` for a new one. */
  room: RoomView | null;
  site: SiteView;
  onClose: () => void;
}

const usualSeats = 12;

/** What a room has, and when it is to be had. */
export function RoomDialog({ room, site, onClose }: Parts) {
  const { t } = useTranslation('admin');
  const known = useApiMaybe('GET /resource-tags');
  const [form, setForm] = useState({
    name: room?.name ?? '',
    seats: room?.seats ?? usualSeats,
    equipment: room?.equipment ?? [],
    hours: (room?.hours ?? usualHours).map(({ weekday, from, to }) => ({ weekday, from, to })),
  });
  const does = { refreshes: ['GET /rooms', 'GET /sites', 'GET /resource-tags'], onDone: onClose } as const;
  const add = useApiMutation('POST /rooms', does);
  const change = useApiMutation('PATCH /rooms/:roomId', does);
  const problem = (room ? change : add).error;
  const errorOf = (field: string): string | undefined =>
    problem instanceof ApiProblem ? problem.forField(field) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (room) change.mutate({ params: { roomId: room.roomId }, body: form });
    else add.mutate({ body: { ...form, siteId: site.siteId } });
  };
  return (
    <Dialog
      title={room ? `${room.name}, ${site.name}` : t('rooms.room.addTitle', { name: site.name })}
      onClose={onClose}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <div className={classes.beside}>
          <TextInput
            label={t('rooms.room.name')}
            value={form.name}
            maxLength={200}
            required
            withAsterisk={false}
            data-autofocus
            error={errorOf('name')}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <WholeNumber
            label={t('rooms.room.seats')}
            value={form.seats}
            min={0}
            max={100_000}
            error={errorOf('seats')}
            onChange={(seats) => setForm({ ...form, seats })}
          />
        </div>
        <TagsField
          label={t('rooms.room.equipment')}
          description={t('rooms.room.equipmentHint')}
          placeholder={t('rooms.room.equipmentExample')}
          value={form.equipment}
          known={known?.equipment ?? []}
          error={errorOf('equipment')}
          onChange={(equipment) => setForm({ ...form, equipment })}
        />
        <HoursField
          label={t('rooms.room.hours')}
          hours={form.hours}
          errorOf={(path) => errorOf(`hours.${path}`)}
          onChange={(hours) => setForm({ ...form, hours })}
        />
        <ProblemNote problem={problem} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('rooms.room.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {room ? t('rooms.room.save') : t('rooms.room.add')}
          </Button>
        </div>
      </form>
      {room && <Blocks room={room} />}
      {room && <Closing room={room} onClose={onClose} />}
    </Dialog>
  );
}

function Blocks({ room: { roomId, timeZone, blocks } }: { room: RoomView }) {
  const { t } = useTranslation('admin');
  const params = { roomId };
  return (
    <section className={parts.more}>
      <TimesAway
        label={t('rooms.room.blocks')}
        hint={t('rooms.room.blocksHint')}
        open={t('rooms.room.addBlock')}
        noteHint={t('rooms.room.blockNote')}
        timeZone={timeZone}
        spans={blocks.map(({ blockId, ...span }) => ({ id: blockId, ...span }))}
        onAdd={async (body: AddAbsence) => {
          await api('POST /rooms/:roomId/blocks', { params, body });
          await refresh('GET /rooms');
        }}
        onRemove={async (blockId) => {
          await api('DELETE /room-blocks/:blockId', { params: { blockId } });
          await refresh('GET /rooms');
        }}
      />
    </section>
  );
}

function Closing({ room: { roomId, name, closedAt }, onClose }: { room: RoomView; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const params = { roomId };
  const close = useApiMutation('POST /rooms/:roomId/closure', {
    refreshes: ['GET /rooms', 'GET /sites'],
    onDone: () => {
      onClose();
      offerUndo(t('rooms.room.isClosed', { name }), async () => {
        await api('DELETE /rooms/:roomId/closure', { params });
        await refresh('GET /rooms', 'GET /sites');
      });
    },
  });
  const reopen = useApiMutation('DELETE /rooms/:roomId/closure', {
    refreshes: ['GET /rooms', 'GET /sites'],
    onDone: () => {
      onClose();
      offerUndo(t('rooms.room.isOpen', { name }), async () => {
        await api('POST /rooms/:roomId/closure', { params });
        await refresh('GET /rooms', 'GET /sites');
      });
    },
  });
  return (
    <section className={parts.more}>
      <h3>{t('rooms.room.state')}</h3>
      <div className={classes.deed}>
        <span className="small faint">
          {closedAt ? t('rooms.room.reopenText', { on: times.day(closedAt) }) : t('rooms.room.closeText')}
        </span>
        {closedAt ? (
          <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ params })}>
            {t('rooms.room.reopen')}
          </Button>
        ) : (
          <Button variant="default" loading={close.isPending} onClick={() => close.mutate({ params })}>
            {t('rooms.room.close')}
          </Button>
        )}
      </div>
      <ProblemNote problem={close.error ?? reopen.error} />
    </section>
  );
}
