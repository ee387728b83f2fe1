import type { RoomView, SiteView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { useApi } from '../queries.js';
import { hoursInWords } from '../schedule/work/hours-words.js';
import { spanInWords } from '../schedule/work/times-away.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { useTimes, zoneName } from '../times.js';
import classes from './rooms.module.css';
import { RoomDialog } from './room-dialog.js';
import { SiteDialog } from './site-dialog.js';

type Asked = { site: SiteView | null } | { room: RoomView | null; in: SiteView };

/** Where sessions can be held. */
export function Rooms() {
  const { t } = useTranslation('admin');
  const sites = useApi('GET /sites');
  const rooms = useApi('GET /rooms');
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  return (
    <Page>
      <PageHeading
        title={t('rooms.title')}
        below={t('rooms.text')}
        actions={
          <Button size="md" onClick={() => setAsked({ site: null })}>
            {t('rooms.addSite')}
          </Button>
        }
      />
      {sites.length === 0 && <Empty title={t('rooms.none')}>{t('rooms.noneText')}</Empty>}
      {sites.map((site) => (
        <Site
          key={site.siteId}
          site={site}
          rooms={rooms.filter(({ siteId }) => siteId === site.siteId)}
          onEdit={() => setAsked({ site })}
          onRoom={(room) => setAsked({ room, in: site })}
        />
      ))}
      {asked && 'site' in asked && <SiteDialog site={asked.site} onClose={close} />}
      {asked && 'room' in asked && (
        <RoomDialog
          // As it is now, after a time was blocked or the room closed.
          room={rooms.find(({ roomId }) => roomId === asked.room?.roomId) ?? null}
          site={asked.in}
          onClose={close}
        />
      )}
    </Page>
  );
}

interface SiteParts {
  site: SiteView;
  rooms: readonly RoomView[];
  onEdit: () => void;
  onRoom: (room: RoomView | null) => void;
}

function Site({ site, rooms, onEdit, onRoom }: SiteParts) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const regions = useApi('GET /holiday-regions');
  const { name, timeZone, holidayRegion, people } = site;
  const region = regions.find(({ code }) => code === holidayRegion)?.name ?? holidayRegion;
  const elsewhere = times.elsewhere(new Date(now()).toISOString(), timeZone);
  const facts = [
    elsewhere && t('rooms.clock', { place: zoneName(timeZone) }),
    region ? t('rooms.holidays', { region }) : t('rooms.noHolidays'),
    t('rooms.people', { count: people }),
  ];
  return (
    <section className={classes.site} aria-label={name}>
      <div className={classes.head}>
        <div>
          <h2>{name}</h2>
          <p className="small faint">{facts.filter(Boolean).join(' · ')}</p>
        </div>
        <div className={classes.deeds}>
          <Button variant="subtle" aria-label={t('rooms.addRoomTo', { name })} onClick={() => onRoom(null)}>
            + {t('rooms.addRoom')}
          </Button>
          <Button variant="default" aria-label={t('rooms.editSiteWho', { name })} onClick={onEdit}>
            {t('rooms.editSite')}
          </Button>
        </div>
      </div>
      {rooms.length === 0 ? (
        <p className={classes.none}>{t('rooms.noRooms')}</p>
      ) : (
        <Rows label={name}>
          {rooms.map((room) => (
            <RoomRow key={room.roomId} room={room} onEdit={() => onRoom(room)} />
          ))}
        </Rows>
      )}
    </section>
  );
}

/** More blocked times than this stand in the room's own dialog only. */
const shownBlocks = 2;

function RoomRow({ room, onEdit }: { room: RoomView; onEdit: () => void }) {
  const { t, i18n } = useTranslation('admin');
  const times = useTimes();
  const { name, seats, equipment, hours, blocks, closedAt, timeZone } = room;
  return (
    <Row
      title={
        <span className={classes.named}>
          {name}
          {closedAt && <Tag tone="warn">{t('rooms.closed')}</Tag>}
        </span>
      }
      lines={[
        [t('rooms.seats', { count: seats }), ...equipment].join(' · '),
        hoursInWords(hours, i18n.language) || t('rooms.neverOpen'),
        ...blocks
          .slice(0, shownBlocks)
          .map((block) =>
            [t('rooms.blocked', { span: spanInWords(block, timeZone, times) }), block.note].filter(Boolean).join(' · '),
          ),
      ]}
      end={
        <Button variant="default" aria-label={t('rooms.editWho', { name })} onClick={onEdit}>
          {t('rooms.edit')}
        </Button>
      }
    />
  );
}
