import '../fields.js';
import type { CohortView, ReleasePlanInput } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api.js';
import { useApiMaybe, useApiMutation } from '../../queries.js';
import { ProblemNote } from '../../shell/trouble.js';
import { localTime } from '../local-time.js';
import { instantOf } from '../plan/cohort-form.js';
import { EnrolmentFields, type EnrolmentPart } from '../plan/enrolment-fields.js';
import plan from '../plan/plan.module.css';
import { PlanFields } from '../plan/plan-fields.js';
import { ReleasePreview } from '../plan/release-preview.js';
import { useReleasePreview, withoutBlankBreaks } from '../plan/use-release-preview.js';
import { CancelCohort } from './cancel-cohort.js';
import { changedByPeople } from './changed-by-people.js';
import classes from './cockpit.module.css';

const none = [] as const;

/** What was said when the cohort was planned, as far as it can still be changed. */
export default function Settings({ cohort }: { cohort: CohortView }) {
  const { t } = useTranslation('trainer');
  const { timeZone } = cohort.plan;
  const hasBegun = cohort.releases.some(({ releasedAt }) => releasedAt !== null);
  const [name, setName] = useState(cohort.name);
  const [planned, setPlanned] = useState<ReleasePlanInput>(cohort.plan);
  const [part, setPart] = useState<EnrolmentPart>({
    admission: cohort.admission,
    capacity: cohort.capacity,
    opens: localTime(cohort.enrolmentOpensAt, timeZone),
    closes: localTime(cohort.enrolmentClosesAt, timeZone),
    offerHours: cohort.offerHours,
    trainers: cohort.trainers,
  });
  const course = useApiMaybe('GET /courses/:courseId', {
    params: { courseId: cohort.courseId },
    query: { versionId: cohort.versionId },
  });
  const { problems, preview } = useReleasePreview(planned, course?.version.modules ?? none);
  const save = useApiMutation('PATCH /cohorts/:cohortId', { refreshes: changedByPeople });
  const refusal = save.error instanceof ApiProblem ? save.error : null;
  const errorOf = (field: string): string | undefined => refusal?.forField(field);
  const isPlanChanged = JSON.stringify(planned) !== JSON.stringify(cohort.plan);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({
      params: { cohortId: cohort.cohortId },
      body: {
        name,
        // Sent only where it differs: a plan that was moved by hand would be reckoned anew.
        ...(isPlanChanged ? { plan: withoutBlankBreaks(planned) } : {}),
        admission: part.admission,
        capacity: part.capacity,
        enrolmentOpensAt: instantOf(part.opens, planned.timeZone),
        enrolmentClosesAt: instantOf(part.closes, planned.timeZone),
        ...(part.offerHours === null ? {} : { offerHours: part.offerHours }),
        trainerIds: part.trainers.map(({ userId }) => userId),
      },
    });
  };
  return (
    <>
      <div className={classes.settings}>
        <form className={plan.form} onSubmit={submit} noValidate inert={cohort.cancelledAt !== null}>
          <fieldset className={plan.group}>
            <legend>{t('cockpit.settings.basics')}</legend>
            <TextInput
              label={t('cockpit.settings.name')}
              value={name}
              maxLength={200}
              error={errorOf('name')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </fieldset>
          {!hasBegun && (
            <PlanFields
              plan={planned}
              errorOf={(path) => {
                const here = problems.find(({ field }) => field === path);
                return here ? t(`plan.problem.${here.code}`) : errorOf(`plan.${path}`);
              }}
              onChange={setPlanned}
            />
          )}
          <EnrolmentFields
            form={part}
            errorOf={errorOf}
            onChange={(changes) => setPart((before) => ({ ...before, ...changes }))}
          />
          <div className={plan.submit}>
            <ProblemNote problem={save.error} />
            <Button type="submit" size="md" loading={save.isPending} disabled={problems.length > 0}>
              {t('cockpit.settings.save')}
            </Button>
            <p role="status" className="small">
              {save.isSuccess && t('cockpit.settings.saved')}
            </p>
          </div>
        </form>
        <div className={plan.aside}>
          {hasBegun ? (
            <p className="small faint">{t('cockpit.settings.begun')}</p>
          ) : (
            <ReleasePreview preview={preview} isStale={problems.length > 0} />
          )}
        </div>
      </div>
      {!cohort.cancelledAt && <CancelCohort cohort={cohort} />}
    </>
  );
}
