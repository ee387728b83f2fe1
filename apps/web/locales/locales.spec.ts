import { describe, expect, test } from '@jest/globals';
import deAdmin from './de/admin.js';
import deDiscussion from './de/discussion.js';
import deLearner from './de/learner.js';
import deModeration from './de/moderation.js';
import deNotificationSettings from './de/notification-settings.js';
import deNotifications from './de/notifications.js';
import dePeerReview from './de/peer-review.js';
import deRounds from './de/rounds.js';
import deSessions from './de/sessions.js';
import deTrainer from './de/trainer.js';
import enAdmin from './en/admin.js';
import enDiscussion from './en/discussion.js';
import enLearner from './en/learner.js';
import enModeration from './en/moderation.js';
import enNotificationSettings from './en/notification-settings.js';
import enNotifications from './en/notifications.js';
import enPeerReview from './en/peer-review.js';
import enRounds from './en/rounds.js';
import enSessions from './en/sessions.js';
import enTrainer from './en/trainer.js';

type Catalogue = { readonly [key: string]: string | Catalogue };

/** Every text of a catalogue by its full key. */
function texts(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of texts(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string): string[] => (text.match(/{{\s*\w+|<\/?\w+>/g) ?? []).sort();

describe.each<[string, Catalogue, Catalogue]>([
  ['discussion', deDiscussion, enDiscussion],
  ['learner', deLearner, enLearner],
  ['moderation', deModeration, enModeration],
  ['notification-settings', deNotificationSettings, enNotificationSettings],
  ['notifications', deNotifications, enNotifications],
  ['peer-review', dePeerReview, enPeerReview],
  ['rounds', deRounds, enRounds],
  ['sessions', deSessions, enSessions],
  ['trainer', deTrainer, enTrainer],
  ['admin', deAdmin, enAdmin],
])('The %s catalogue', (_area, german, english) => {
  const de = texts(german);
  const en = texts(english);

  test('has the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...de.keys()].sort());
  });

  test('has the same placeholders in both languages', () => {
    for (const [key, text] of de) expect([key, placeholders(en.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  test('has no empty text', () => {
    for (const [key, text] of [...de, ...en]) expect([key, text.trim()]).not.toEqual([key, '']);
  });
});
