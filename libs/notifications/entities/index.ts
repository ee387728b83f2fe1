import { BroadcastRead } from './broadcast-read.entity.js';
import { Broadcast } from './broadcast.entity.js';
import { Digest } from './digest.entity.js';
import { InboundAnswer } from './inbound-answer.entity.js';
import { Mail } from './mail.entity.js';
import { Notice } from './notice.entity.js';
import { NotificationPreference } from './notification-preference.entity.js';
import { NotificationSetting } from './notification-setting.entity.js';
import { PushMessage } from './push-message.entity.js';
import { PushSubscription } from './push-subscription.entity.js';
import { SigningKey } from './signing-key.entity.js';

export const entities = [
  Broadcast,
  BroadcastRead,
  Digest,
  InboundAnswer,
  Mail,
  Notice,
  NotificationPreference,
  NotificationSetting,
  PushMessage,
  PushSubscription,
  SigningKey,
];
