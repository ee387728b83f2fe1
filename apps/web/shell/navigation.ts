import type { MeView } from '@kohorte/contracts';
import IconActivity from '@tabler/icons-react/dist/esm/icons/IconActivity.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconBooks from '@tabler/icons-react/dist/esm/icons/IconBooks.mjs';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconCalendarTime from '@tabler/icons-react/dist/esm/icons/IconCalendarTime.mjs';
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import IconChalkboard from '@tabler/icons-react/dist/esm/icons/IconChalkboard.mjs';
import IconDoor from '@tabler/icons-react/dist/esm/icons/IconDoor.mjs';
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconPackageImport from '@tabler/icons-react/dist/esm/icons/IconPackageImport.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';

export const places = {
  home: { to: '/', icon: IconHome },
  catalogue: { to: '/catalogue', icon: IconBooks },
  calendar: { to: '/calendar', icon: IconCalendar },
  notifications: { to: '/notifications', icon: IconBell },
  profile: { to: '/profile', icon: IconSettings },
  studio: { to: '/studio', icon: IconPencil },
  imports: { to: '/studio/imports', icon: IconPackageImport },
  runs: { to: '/runs', icon: IconUsersGroup },
  planner: { to: '/planner', icon: IconCalendarTime },
  completion: { to: '/reports/completion', icon: IconChartBar },
  team: { to: '/reports/completion', icon: IconChartBar },
  rooms: { to: '/admin/rooms', icon: IconDoor },
  trainers: { to: '/admin/trainers', icon: IconChalkboard },
  users: { to: '/admin/users', icon: IconUsers },
  mails: { to: '/admin/mails', icon: IconMail },
  jobs: { to: '/admin/jobs', icon: IconActivity },
} as const;

export type PlaceName = keyof typeof places;

/** Where this person can go, besides what everybody has. */
export function groupsFor(me: MeView): { name: 'teach' | 'lead' | 'manage'; places: readonly PlaceName[] }[] {
  const isAdmin = me.roles.includes('admin');
  const teach: PlaceName[] = isAdmin || me.roles.includes('trainer') ? ['studio', 'runs', 'imports'] : [];
  return [
    { name: 'teach' as const, places: teach },
    { name: 'lead' as const, places: me.isManager && !isAdmin ? (['team'] as const) : [] },
    {
      name: 'manage' as const,
      places: isAdmin ? (['planner', 'completion', 'rooms', 'trainers', 'users', 'mails', 'jobs'] as const) : [],
    },
  ].filter((group) => group.places.length > 0);
}
