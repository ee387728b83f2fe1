import 'i18next';
import type admin from './locales/de/admin.js';
import type learner from './locales/de/learner.js';
import type peerReview from './locales/de/peer-review.js';
import type rounds from './locales/de/rounds.js';
import type sessions from './locales/de/sessions.js';
import type trainer from './locales/de/trainer.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'learner';
    resources: {
      learner: typeof learner;
      'peer-review': typeof peerReview;
      rounds: typeof rounds;
      sessions: typeof sessions;
      trainer: typeof trainer;
      admin: typeof admin;
    };
  }
}
