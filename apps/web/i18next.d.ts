import 'i18next';
import type admin from './locales/de/admin.js';
import type discussion from './locales/de/discussion.js';
import type keeping from './locales/de/keeping.js';
import type learner from './locales/de/learner.js';
import type moderation from './locales/de/moderation.js';
import type notificationSettings from './locales/de/notification-settings.js';
import type notifications from './locales/de/notifications.js';
import type peerReview from './locales/de/peer-review.js';
import type rounds from './locales/de/rounds.js';
import type sessions from './locales/de/sessions.js';
import type trainer from './locales/de/trainer.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'learner';
    resources: {
      discussion: typeof discussion;
      keeping: typeof keeping;
      learner: typeof learner;
      moderation: typeof moderation;
      'notification-settings': typeof notificationSettings;
      notifications: typeof notifications;
      'peer-review': typeof peerReview;
      rounds: typeof rounds;
      sessions: typeof sessions;
      trainer: typeof trainer;
      admin: typeof admin;
    };
  }
}
