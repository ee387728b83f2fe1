import './fields.js';
import type { ReleasePlanInput } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { now } from '../clock.js';
import { useApi, useApiMutation } from '../queries.js';
import { Page, PageHeading } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { bodyOf, type CohortForm, firstForm, rememberedForm, rememberForm } from './plan/cohort-form.js';
import { CourseField } from './plan/course-field.js';
import { EnrolmentFields } from './plan/enrolment-fields.js';
import classes from './plan/plan.module.css';
import { PlanFields } from './plan/plan-fields.js';
import { PreviewSummary, ReleasePreview } from './plan/release-preview.js';
import { usePublishedCourse } from './plan/use-published-course.js';
import { useReleasePreview, withoutBlankBreaks } from './plan/use-release-preview.js';

const route = getRouteApi('/inside/runs/new');

/** Plans a cohort, with the calendar of its releases beside it. */
export function PlanCohort() {
  const { t, i18n } = useTranslation(['trainer', 'learner']);
  const navigate = useNavigate();
  const times = useTimes();
  const me = useApi('GET /me');
  const search = route.useSearch();
  const fresh = (): CohortForm => ({
    ...firstForm(times.isoDay(now()), me.timeZone, {
      userId: me.userId,
      name: `${me.givenName} ${me.familyName}`,
      jobTitle: null,
      unit: null,
    }),
    courseId: search.course ?? null,
  });
  const [form, setForm] = useState<CohortForm>(() => {
    const remembered = rememberedForm();
    return remembered ? { ...remembered, courseId: search.course ?? remembered.courseId } : fresh();
  });
  const [lacksCourse, setLacksCourse] = useState(false);
  const change = (changes: Partial<CohortForm>): void => {
    const next = { ...form, ...changes };
    setForm(next);
    rememberForm(next);
  };
  const course = usePublishedCourse(form.courseId);
  const { problems, preview } = useReleasePreview(form.plan, course?.modules ?? none);
  const plan = useApiMutation('POST /cohorts', {
    refreshes: ['GET /cohorts', 'GET /catalogue', 'GET /catalogue/:courseId'],
    onDone: ({ cohortId }) => {
      rememberForm(null);
      void navigate({ to: '/runs/$cohortId', params: { cohortId } });
    },
  });
  const refusal = plan.error instanceof ApiProblem ? plan.error : null;
  const errorOf = (field: string): string | undefined => refusal?.forField(field);
  const planErrorOf = (path: string): string | undefined => {
    const here = problems.find(({ field }) => field === path);
    return here ? t(`plan.problem.${here.code}`) : errorOf(`plan.${path}`);
  };
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (plan.error || lacksCourse) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [plan.error, lacksCourse]);
  const suggestion = t('plan.suggestion', { month: monthOf(form.plan, i18n.language) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setLacksCourse(form.courseId === null);
    if (form.courseId === null) return;
    plan.mutate({
      body: bodyOf({
        ...form,
        plan: withoutBlankBreaks(form.plan),
        courseId: form.courseId,
        name: form.name.trim() || suggestion,
      }),
    });
  };
  return (
    <Page wide>
      <PageHeading
        title={t('plan.title')}
        above={<Link to="/runs">{t('learner:nav.runs')}</Link>}
        below={t('plan.text')}
      />
      <div className={classes.planner}>
        <form ref={element} className={classes.form} onSubmit={submit} noValidate>
          <fieldset className={classes.group}>
            <legend>{t('plan.what')}</legend>
            <CourseField
              courseId={form.courseId}
              title={course?.title}
              error={lacksCourse && form.courseId === null ? t('plan.needsCourse') : errorOf('courseId')}
              onChange={(courseId) => change({ courseId })}
            />
            <TextInput
              label={t('plan.name')}
              description={t('plan.nameHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              placeholder={suggestion}
              value={form.name}
              maxLength={200}
              error={errorOf('name')}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
          </fieldset>
          <PlanFields plan={form.plan} errorOf={planErrorOf} onChange={(changed) => change({ plan: changed })} />
          <EnrolmentFields form={form} errorOf={errorOf} onChange={change} />
          <PreviewSummary preview={preview} />
          <div className={classes.submit}>
            <ProblemNote problem={plan.error} />
            <Button type="submit" size="md" loading={plan.isPending} disabled={problems.length > 0}>
              {t('plan.submit')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="md"
              onClick={() => {
                rememberForm(null);
                setForm(fresh());
              }}
            >
              {t('plan.reset')}
            </Button>
            <p className="small faint">{t('plan.kept')}</p>
          </div>
        </form>
        <div className={classes.aside}>
          <ReleasePreview preview={preview} isStale={problems.length > 0} />
        </div>
      </div>
    </Page>
  );
}

const none = [] as const;

/** `März 2026`, for a name that nobody has to think of. */
function monthOf({ startOn }: ReleasePlanInput, language: string): string {
  const date = new Date(`${startOn}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}
