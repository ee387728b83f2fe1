import type { ThreadKind } from '@kohorte/contracts';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';

/** A sign for each kind of thread; the word stands beside it. */
export const kindIcons: Record<ThreadKind, typeof IconBulb> = {
  question: IconHelpCircle,
  discussion: IconMessages,
  announcement: IconSpeakerphone,
  prompt: IconBulb,
};
