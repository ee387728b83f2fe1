import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Delivery } from './delivery.js';
import { Broadcast } from './entities/broadcast.entity.js';
import { Mail } from './entities/mail.entity.js';
import { Notice } from './entities/notice.entity.js';
import { NotificationSetting } from './entities/notification-setting.entity.js';
import { Mails } from './mails.js';
import { Messages } from './messages.js';
import { Notices } from './notices.js';
import { MailsController, NotificationsController } from './notifications.controller.js';
import { NotificationJobs } from './notifications.jobs.js';
import { ReviewMessages } from './review-messages.js';
import { Telling } from './telling.js';

@Module({
  imports: [TypeOrmModule.forFeature([Broadcast, Notice, Mail, NotificationSetting])],
  controllers: [NotificationsController, MailsController],
  providers: [Delivery, Mails, Messages, Notices, NotificationJobs, ReviewMessages, Telling],
  exports: [NotificationJobs],
})
export class NotificationsModule {}
