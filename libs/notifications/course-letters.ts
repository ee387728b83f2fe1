import type { NoticeKind } from '@kohorte/contracts';
import type { PostKind } from './post-letters.js';
import type { ReviewKind } from './review-letters.js';
import type { LetterGiven, Say, Words } from './saying.js';

/** Says what in letters about courses, seats and live sessions. */
export const courseWords: Record<
  Exclude<NoticeKind, ReviewKind | PostKind>,
  (given: LetterGiven, said: Say) => Words
> = {
  'module-released': (g, { de, course, cohort }) => ({
    subject: de ? `Woche ${g.step} ist offen: ${g.module_title}` : `Week ${g.step} is open: ${g.module_title}`,
    lines: [
      de
        ? `in „${course}“ (${cohort}) ist jetzt „${g.module_title}“ offen${g.module_minutes ? `, etwa ${g.module_minutes} Minuten` : ''}.`
        : `“${g.module_title}” is now open in “${course}” (${cohort})${g.module_minutes ? `, about ${g.module_minutes} minutes` : ''}.`,
      g.highlights,
    ],
    button: { label: de ? `Woche ${g.step} öffnen` : `Open week ${g.step}`, path: `/cohorts/${g.cohort_id}` },
  }),
  'release-moved': (g, { de, at, course, cohort }) => ({
    subject: de ? `Neuer Termin: Woche ${g.step} in „${course}“` : `New date: week ${g.step} of “${course}”`,
    lines: [
      de
        ? `„${g.module_title}“ in „${course}“ (${cohort}) öffnet jetzt am ${at(g.opens_at)}.`
        : `“${g.module_title}” in “${course}” (${cohort}) now opens on ${at(g.opens_at)}.`,
      de ? 'Dein Kalender und dein Abo sind schon angepasst.' : 'Your calendar and subscription already follow.',
    ],
    button: { label: de ? 'Termine ansehen' : 'See the dates', path: `/cohorts/${g.cohort_id}/schedule` },
  }),
  enrolled: (g, { de, at, course, cohort }) => ({
    subject: de ? `Du bist dabei: ${course}` : `You are in: ${course}`,
    lines: [
      de ? `du hast einen Platz in „${course}“ (${cohort}).` : `you have a seat in “${course}” (${cohort}).`,
      g.first_opens_at
        ? de
          ? `Die erste Woche öffnet am ${at(g.first_opens_at)}.`
          : `The first week opens on ${at(g.first_opens_at)}.`
        : null,
    ],
    button: { label: de ? 'Zur Kohorte' : 'Go to the cohort', path: `/cohorts/${g.cohort_id}` },
  }),
  'seat-offered': (g, { de, at, course, cohort }) => ({
    subject: de ? `Ein Platz ist frei: ${course}` : `A seat is free: ${course}`,
    lines: [
      de
        ? `in „${course}“ (${cohort}) ist ein Platz für dich frei geworden.`
        : `a seat has become free for you in “${course}” (${cohort}).`,
      de
        ? `Wir halten ihn bis ${at(g.offer_ends_at)}. Danach bekommt ihn die nächste Person auf der Warteliste.`
        : `We hold it until ${at(g.offer_ends_at)}. After that it goes to the next person on the waitlist.`,
    ],
    button: { label: de ? 'Platz annehmen' : 'Take the seat', path: `/courses/${g.course_id}` },
  }),
  'offer-lapsed': (g, { de, course, cohort }) => ({
    subject: de ? `Der Platz ist weitergegeben: ${course}` : `The seat was passed on: ${course}`,
    lines: [
      de
        ? `der Platz in „${course}“ (${cohort}), den wir für dich gehalten haben, ist weitergegeben.`
        : `the seat in “${course}” (${cohort}) that we held for you was passed on.`,
      g.enrolment_status === 'waitlisted'
        ? de
          ? 'Du stehst wieder am Ende der Warteliste.'
          : 'You are at the end of the waitlist again.'
        : de
          ? 'Du stehst nicht mehr auf der Warteliste. Wenn du noch möchtest, melde dich einfach neu an.'
          : 'You are no longer on the waitlist. If you still want to join, simply enrol again.',
    ],
    button: { label: de ? 'Zum Kurs' : 'Go to the course', path: `/courses/${g.course_id}` },
  }),
  'request-received': (g, { de, course, cohort }) => ({
    subject: de ? `Anfrage von ${g.about_name}: ${course}` : `Request from ${g.about_name}: ${course}`,
    lines: [
      de
        ? `${g.about_name} möchte in „${course}“ (${cohort}) mitmachen und wartet auf deine Zusage.`
        : `${g.about_name} would like to join “${course}” (${cohort}) and waits for your approval.`,
    ],
    button: { label: de ? 'Anfrage ansehen' : 'See the request', path: `/runs/${g.cohort_id}` },
  }),
  invited: (g, { de, course, cohort }) => ({
    subject: de ? `Einladung: ${course}` : `Invitation: ${course}`,
    lines: [
      de
        ? `du bist eingeladen, in „${course}“ (${cohort}) mitzumachen.`
        : `you are invited to join “${course}” (${cohort}).`,
    ],
    button: { label: de ? 'Kurs ansehen' : 'See the course', path: `/courses/${g.course_id}` },
  }),
  'cohort-cancelled': (g, { de, course, cohort }) => ({
    subject: de ? `Abgesagt: ${course}` : `Cancelled: ${course}`,
    lines: [
      de
        ? `die Kohorte „${cohort}“ von „${course}“ ist abgesagt. Die Termine sind aus deinem Kalender entfernt.`
        : `the cohort “${cohort}” of “${course}” is cancelled. Its dates are gone from your calendar.`,
    ],
    button: { label: de ? 'Andere Kohorten ansehen' : 'See other cohorts', path: `/courses/${g.course_id}` },
  }),
  'import-finished': (g, { de, course }) => ({
    subject: de ? 'Dein Import ist fertig' : 'Your import has finished',
    lines: [course],
    button: { label: de ? 'Bericht ansehen' : 'See the report', path: `/studio/imports/${g.import_id}` },
  }),
  'schedule-published': (g, { de, course, cohort }) => ({
    subject: de ? `Die Termine stehen: ${course}` : `The sessions are set: ${course}`,
    lines: [
      de
        ? `die Live-Termine von „${course}“ (${cohort}) stehen fest.`
        : `the live sessions of “${course}” (${cohort}) are set.`,
    ],
    button: { label: de ? 'Termine ansehen' : 'See the sessions', path: `/cohorts/${g.cohort_id}/schedule` },
  }),
  'session-invited': (g, { de, course, cohort, span }) => ({
    subject:
      (g.session_sequence ?? 0) > 0
        ? de
          ? `Neuer Termin: ${g.session_title}`
          : `New time: ${g.session_title}`
        : de
          ? `Einladung: ${g.session_title}`
          : `Invitation: ${g.session_title}`,
    lines: [
      de
        ? `„${g.session_title}“ in „${course}“ (${cohort}) findet statt am ${span(g.session_starts_at, g.session_ends_at)}.`
        : `“${g.session_title}” in “${course}” (${cohort}) takes place on ${span(g.session_starts_at, g.session_ends_at)}.`,
      g.session_room
        ? de
          ? `Ort: ${g.session_room}`
          : `Place: ${g.session_room}`
        : de
          ? 'Ort: online'
          : 'Place: online',
      g.session_trainers ? (de ? `Mit ${g.session_trainers}` : `With ${g.session_trainers}`) : null,
      de
        ? 'Sag kurz, ob du kommst: mit dem Knopf hier oder in deinem Kalender.'
        : 'Say whether you are coming: by this button or in your calendar.',
    ],
    button: { label: de ? 'Zu- oder absagen' : 'Answer', path: `/sessions/${g.session_id}` },
  }),
  'session-cancelled': (g, { de, course, cohort, span }) => ({
    subject: de ? `Abgesagt: ${g.session_title}` : `Cancelled: ${g.session_title}`,
    lines: [
      de
        ? `„${g.session_title}“ in „${course}“ (${cohort}) am ${span(g.session_starts_at, g.session_ends_at)} findet für dich nicht statt.`
        : `“${g.session_title}” in “${course}” (${cohort}) on ${span(g.session_starts_at, g.session_ends_at)} does not take place for you.`,
      de ? 'Der Termin verschwindet aus deinem Kalender.' : 'It goes from your calendar.',
    ],
    button: { label: de ? 'Termine ansehen' : 'See the sessions', path: `/cohorts/${g.cohort_id}/schedule` },
  }),
  'session-short': (g, { de, course, cohort, at }) => ({
    subject: de ? `Zu wenige Zusagen: ${g.session_title}` : `Too few are coming: ${g.session_title}`,
    lines: [
      de
        ? `zu „${g.session_title}“ in „${course}“ (${cohort}) am ${at(g.session_starts_at)} kommen bisher ${g.session_coming}, gedacht ist es für mindestens ${g.session_least}.`
        : `so far ${g.session_coming} are coming to “${g.session_title}” in “${course}” (${cohort}) on ${at(g.session_starts_at)}; it is meant for at least ${g.session_least}.`,
      de ? 'Entscheide, ob es stattfindet.' : 'Please decide whether it takes place.',
    ],
    button: { label: de ? 'Entscheiden' : 'Decide', path: `/sessions/${g.session_id}` },
  }),
  completed: (g, { de, course, cohort }) => ({
    subject: de ? `Geschafft: ${course}` : `Completed: ${course}`,
    lines: [
      de
        ? `du hast „${course}“ (${cohort}) abgeschlossen. Stark, dass du drangeblieben bist!`
        : `you have completed “${course}” (${cohort}). Well done for staying with it!`,
      de ? 'Alle Inhalte bleiben für dich offen.' : 'All its content stays open to you.',
    ],
    button: { label: de ? 'Zum Nachlesen' : 'Look things up again', path: `/cohorts/${g.cohort_id}` },
  }),
};
