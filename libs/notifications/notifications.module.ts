import { DiscussionModule } from '@kohorte/discussion';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Delivery } from './delivery.js';
import { Digests } from './digests.js';
import { entities } from './entities/index.js';
import { InboundMails } from './inbound-mails.js';
import { Letters } from './letters.js';
import { Mails } from './mails.js';
import { Messages } from './messages.js';
import { Notices } from './notices.js';
import { MailsController, NotificationsController } from './notifications.controller.js';
import { NotificationJobs } from './notifications.jobs.js';
import { PostMessages } from './post-messages.js';
import { Preferences } from './preferences.js';
import { PushSubscriptions } from './push-subscriptions.js';
import { Pushes } from './pushes.js';
import { ReviewMessages } from './review-messages.js';
import { FromMailsController, NotificationSettingsController } from './settings.controller.js';
import { SigningKeys } from './signing-keys.js';
import { Telling } from './telling.js';
import { Unsubscriptions } from './unsubscriptions.js';

@Module({
  imports: [TypeOrmModule.forFeature(entities), DiscussionModule],
  controllers: [NotificationsController, NotificationSettingsController, FromMailsController, MailsController],
  providers: [
    Delivery,
    Digests,
    InboundMails,
    Letters,
    Mails,
    Messages,
    Notices,
    NotificationJobs,
    PostMessages,
    Preferences,
    PushSubscriptions,
    Pushes,
    ReviewMessages,
    SigningKeys,
    Telling,
    Unsubscriptions,
  ],
  exports: [NotificationJobs],
})
export class NotificationsModule {}
