import type { Admission, BreakInput, Instant, PersonView, PlanCohort, ReleasePlanInput } from '@kohorte/contracts';
import { instantAt } from '@kohorte/rules';

/** A cohort as it is being planned: what a form holds, which need not make sense yet. */
export interface CohortForm {
  courseId: string | null;
  name: string;
  plan: ReleasePlanInput;
  admission: Admission;
  capacity: number | null;
  /** On the cohort's own clocks, `2026-03-09T09:00`; empty for none. */
  opens: string;
  closes: string;
  offerHours: number | null;
  trainers: PersonView[];
}

/** Regions that most people of a zone mean; a guess to begin with. */
const regionsOfZones: Record<string, string> = {
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/London': 'GB-ENG',
};

/** A plan to begin with: week by week from the second next Monday, at nine. */
export function firstForm(today: string, timeZone: string, trainer: PersonView): CohortForm {
  const start = new Date(`${today}T12:00:00Z`);
  start.setUTCDate(start.getUTCDate() + ((8 - start.getUTCDay()) % 7 || 7) + 7);
  const breaks: BreakInput[] = [];
  return {
    courseId: null,
    name: '',
    plan: {
      pacing: 'weekly',
      startOn: start.toISOString().slice(0, 10),
      timeZone,
      weekday: 1,
      time: '09:00',
      modulesPerStep: 1,
      weeksPerStep: 1,
      onHoliday: 'next-working-day',
      holidayRegion: regionsOfZones[timeZone] ?? '',
      breaks,
    },
    admission: 'open',
    capacity: null,
    opens: '',
    closes: '',
    offerHours: 48,
    trainers: [trainer],
  };
}

/** The instant at which the cohort's clocks show it, or `null` for none. */
export function instantOf(local: string, timeZone: string): Instant | null {
  const [date, time] = local.split('T');
  return date && time ? instantAt(date, time.slice(0, 5), timeZone).toISOString() : null;
}

/** What is sent to plan it. */
export function bodyOf(form: CohortForm & { courseId: string }): PlanCohort {
  const { plan } = form;
  return {
    courseId: form.courseId,
    name: form.name,
    plan,
    admission: form.admission,
    capacity: form.capacity,
    enrolmentOpensAt: instantOf(form.opens, plan.timeZone),
    enrolmentClosesAt: instantOf(form.closes, plan.timeZone),
    ...(form.offerHours === null ? {} : { offerHours: form.offerHours }),
    trainerIds: form.trainers.map(({ userId }) => userId),
  };
}

const place = 'kohorte.plan-cohort';

/** A plan that was begun on this device and is not made yet. */
export function rememberedForm(): CohortForm | null {
  const text = localStorage.getItem(place);
  return text === null ? null : (JSON.parse(text) as CohortForm);
}

export function rememberForm(form: CohortForm | null): void {
  if (form) localStorage.setItem(place, JSON.stringify(form));
  else localStorage.removeItem(place);
}
