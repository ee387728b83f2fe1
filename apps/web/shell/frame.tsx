import IconMenu2 from '@tabler/icons-react/dist/esm/icons/IconMenu2.mjs';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useApiMaybe } from '../queries.js';
import { LanguageSwitch } from './language-switch.js';
import classes from './frame.module.css';
import { groupsFor, type PlaceName, places } from './navigation.js';

/** The navigation around every screen of those who are signed in. */
export function Frame() {
  const { t } = useTranslation();
  useLiveWhileHere();
  return (
    <div className={classes.frame}>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <SideNavigation />
      <PhoneHeader />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <BottomBar />
    </div>
  );
}

/** Listens for what happens elsewhere once the first screen is there, until one signs out. */
function useLiveWhileHere(): void {
  useEffect(() => {
    let end: (() => void) | undefined;
    let isGone = false;
    void import('../live.js').then(({ beginLive }) => {
      if (!isGone) end = beginLive();
    });
    return () => {
      isGone = true;
      end?.();
    };
  }, []);
}

function SideNavigation() {
  const { t } = useTranslation();
  return (
    <header className={classes.side}>
      <Brand />
      <nav aria-label={t('nav.label')} className={classes.nav}>
        <ul>
          <Place name="home" />
          <Place name="catalogue" />
          <Place name="calendar" />
          <Place name="notifications" after={<Unread />} />
        </ul>
        <RoleGroups />
      </nav>
      <Foot />
    </header>
  );
}

function RoleGroups() {
  const { t } = useTranslation();
  const me = useApi('GET /me');
  return groupsFor(me).map((group) => (
    <div key={group.name} className={classes.group}>
      <h2 className={classes.groupName}>{t(`nav.groups.${group.name}`)}</h2>
      <ul>
        {group.places.map((name) => (
          <Place key={name} name={name} />
        ))}
      </ul>
    </div>
  ));
}

function Foot() {
  const me = useApi('GET /me');
  return (
    <div className={classes.foot}>
      <Link to="/profile" className={classes.me} activeProps={{ className: classes.here }}>
        <span className={classes.initials} aria-hidden="true">
          {me.givenName.slice(0, 1)}
          {me.familyName.slice(0, 1)}
        </span>
        <span className={classes.myName}>
          {me.givenName} {me.familyName}
        </span>
      </Link>
      <LanguageSwitch />
    </div>
  );
}

function Place({ name, after }: { name: PlaceName; after?: ReactNode }) {
  const { t } = useTranslation();
  const { to, icon: Icon } = places[name];
  return (
    <li>
      <Link
        to={to}
        className={classes.place}
        activeProps={{ className: classes.here }}
        activeOptions={{ exact: to === '/' || to === '/studio', includeSearch: false }}
      >
        <Icon size={20} stroke={1.7} aria-hidden="true" />
        <span>{t(`nav.${name}`)}</span>
        {after}
      </Link>
    </li>
  );
}

/** How many notices are unread, as a number that is also said. */
function Unread() {
  const { t } = useTranslation();
  const unread = useApiMaybe('GET /notifications/unread')?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <span className={classes.unread}>
      <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
      <span className="unseen">{t('nav.unread', { count: unread })}</span>
    </span>
  );
}

function Brand() {
  return (
    <Link to="/" className={classes.brand}>
      <img src="/favicon.svg" alt="" width={26} height={26} />
      Kohorte
    </Link>
  );
}

function PhoneHeader() {
  const { t } = useTranslation();
  const Bell = places.notifications.icon;
  return (
    <header className={classes.phoneHeader}>
      <Brand />
      <Link to="/notifications" className={classes.bell}>
        <Bell size={22} stroke={1.7} aria-hidden="true" />
        <span className="unseen">{t('nav.notifications')}</span>
        <Unread />
      </Link>
    </header>
  );
}

function BottomBar() {
  const { t } = useTranslation();
  const more = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => more.current?.close();
  const { pathname } = useLocation();
  useEffect(() => more.current?.close(), [pathname]);
  return (
    <nav aria-label={t('nav.label')} className={classes.bottom}>
      <ul>
        <Place name="home" />
        <Place name="catalogue" />
        <Place name="calendar" />
        <li>
          <button
            type="button"
            aria-haspopup="dialog"
            className={classes.place}
            onClick={() => {
              setOpen(true);
              more.current?.showModal();
            }}
          >
            <IconMenu2 size={20} stroke={1.7} aria-hidden="true" />
            <span>{t('nav.more')}</span>
          </button>
        </li>
      </ul>
      {/* Closes on a tap beside it, on Escape, and when it has led somewhere. */}
      <dialog
        ref={more}
        className={classes.sheet}
        aria-label={t('nav.more')}
        closedby="any"
        onClose={() => setOpen(false)}
      >
        {isOpen && (
          <div className={classes.sheetBody}>
            <ul>
              <Place name="notifications" after={<Unread />} />
            </ul>
            <RoleGroups />
            <Foot />
            <button type="button" className={classes.close} onClick={close}>
              {t('shell.close')}
            </button>
          </div>
        )}
      </dialog>
    </nav>
  );
}
