import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { endpoint } from './endpoint.js';
import { type Instant, IsLeftOutOr, IsWallClockTime } from './inputs.js';

/** What people choose by: how they hear of what. */
export const noticeTopics = [
  'course',
  'enrolment',
  'reviews',
  'replies',
  'threads',
  'announcements',
  'groups',
  'trainer-tasks',
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

export const mailWays = ['at-once', 'digest', 'none'] as const;
export type MailWay = (typeof mailWays)[number];

/** How somebody hears of a topic, beside the app itself. */
export interface TopicSetting {
  topic: NoticeTopic;
  mail: MailWay;
  push: boolean;
}

export interface NotificationSettings {
  /** All topics, in their order. */
  topics: TopicSetting[];
  digest: 'daily' | 'weekly' | 'none';
  /** The hour of the reader's day at which the digest comes, 0 to 23; a daily one on working days. */
  digestHour: number;
  /** For a weekly digest: Monday is 1. */
  digestWeekday: number;
  /** No mail and no push between these wall-clock times; both `null`: no quiet hours. */
  quietFrom: string | null;
  quietUntil: string | null;
  /** Monday is 1; on other days mails wait. */
  workingDays: number[];
  /** At most so many mails at once within a day; the rest waits for the digest. */
  mailsADay: number;
  /** The person's zone, in which all of this is meant; it is changed with their profile. */
  timeZone: string;
  push: {
    /** The server's key (VAPID), by which a browser subscribes; `null`: push is not set up here. */
    publicKey: string | null;
    /** On how many browsers this person gets them. */
    devices: number;
  };
}

export class ChooseTopic {
  @IsIn(noticeTopics) topic: NoticeTopic;
  @IsLeftOutOr() @IsIn(mailWays) mail?: MailWay;
  @IsLeftOutOr() @IsBoolean() push?: boolean;
}

export class ChangeNotificationSettings {
  @IsLeftOutOr()
  @IsArray()
  @ArrayMaxSize(noticeTopics.length)
  @ArrayUnique((choice: ChooseTopic | null) => choice?.topic)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChooseTopic)
  topics?: ChooseTopic[];
  @IsLeftOutOr() @IsIn(['daily', 'weekly', 'none']) digest?: 'daily' | 'weekly' | 'none';
  @IsLeftOutOr() @IsInt() @Min(0) @Max(23) digestHour?: number;
  @IsLeftOutOr() @IsInt() @Min(1) @Max(7) digestWeekday?: number;
  /** Both, or neither: `null` and `null` ends quiet hours. */
  @IsOptional() @IsWallClockTime() quietFrom?: string | null;
  @IsOptional() @IsWallClockTime() quietUntil?: string | null;
  @IsLeftOutOr()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  workingDays?: number[];
  @IsLeftOutOr() @IsInt() @Min(0) @Max(50) mailsADay?: number;
}

/** What a link in a mail takes somebody out of. */
export interface UnsubscriptionView {
  /** `digest`: the digest itself. */
  topic: NoticeTopic | 'digest';
  /** Still gets these mails. */
  subscribed: boolean;
  /** The reader's, as they need not be signed in. */
  language: 'de' | 'en';
}

/** What mail programs send when somebody unsubscribes by one click (RFC 8058); the web sends nothing. */
export class OneClick {
  @IsOptional() @IsString() @MaxLength(100) 'List-Unsubscribe'?: string;
}

/** What a browser's `PushSubscription` says. */
export class SubscribeToPush {
  @IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false }) @MaxLength(1_000) endpoint: string;
  @IsString() @Matches(/^[\w-]{80,100}=?$/) p256dh: string;
  @IsString() @Matches(/^[\w-]{16,40}={0,2}$/) auth: string;
}

/** What a push message holds, as JSON: all that the web's worker shows, before anybody has opened anything. */
export interface PushPayload {
  title: string;
  text: string;
  /** Where it leads, from `/` on. */
  path: string;
  /** A later message of the same tag takes the place of the one before. */
  tag: string;
}

/** An answer to a mail, as the company's mail gateway hands it over. */
export class InboundMail {
  /** The address it came to: `reply+…@` the domain for answers. */
  @IsString() @MaxLength(500) to: string;
  @IsString() @MaxLength(500) from: string;
  @IsString() @MaxLength(200_000) text: string;
  @IsString() @MaxLength(500) messageId: string;
  /** Headers by which automatic answers are known; others are not looked at. */
  @IsOptional() @IsObject() headers?: Record<string, string> | null;
}

export const notificationSettingEndpoints = {
  'GET /notification-settings': endpoint<NotificationSettings>()({
    access: 'signed-in',
    does: 'How and when one hears of what.',
  }),
  'PATCH /notification-settings': endpoint<NotificationSettings>()({
    access: 'signed-in',
    does: 'Chooses how and when one hears of what.',
    body: ChangeNotificationSettings,
  }),
  'GET /unsubscriptions/:token': endpoint<UnsubscriptionView>()({
    access: 'holds-the-link',
    does: 'What the link in a mail takes somebody out of; changes nothing, however often a program looks.',
  }),
  'POST /unsubscriptions/:token': endpoint<UnsubscriptionView>()({
    access: 'holds-the-link',
    does: 'No more mails of this topic (RFC 8058); also takes the form that mail programs send.',
    body: OneClick,
    form: true,
  }),
  'DELETE /unsubscriptions/:token': endpoint<UnsubscriptionView>()({
    access: 'holds-the-link',
    does: 'Mails of this topic again.',
  }),
  'POST /push-subscriptions': endpoint<{ subscriptionId: string; createdAt: Instant }>()({
    access: 'signed-in',
    does: 'Takes a browser in for push messages; the same browser again stays the same subscription.',
    body: SubscribeToPush,
    rate: { points: 30, seconds: 600 },
  }),
  'DELETE /push-subscriptions/:subscriptionId': endpoint<void>()({
    access: 'signed-in',
    does: 'No more push messages to this browser of one’s own.',
  }),
  'POST /inbound-mail': endpoint<{ postId: string }>()({
    access: 'holds-the-link',
    does: 'An answer by mail, from the company’s mail gateway; it becomes a post of whom the mail went to.',
    body: InboundMail,
  }),
};
