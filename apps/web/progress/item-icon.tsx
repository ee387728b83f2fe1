import type { ItemKind } from '@kohorte/contracts';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';

const icons: Record<ItemKind, typeof IconFile> = {
  page: IconFileText,
  video: IconPlayerPlay,
  link: IconExternalLink,
  file: IconFile,
  assignment: IconPencil,
  discussion: IconMessages,
  session: IconUsers,
};

/** What kind of item it is, or that it is done; its word stands beside it. */
export function ItemIcon({ kind, done }: { kind: ItemKind; done: boolean }) {
  const Icon = icons[kind];
  return done ? (
    <IconCircleCheckFilled size={22} color="var(--accent)" aria-hidden="true" />
  ) : (
    <Icon size={20} stroke={1.6} aria-hidden="true" />
  );
}
