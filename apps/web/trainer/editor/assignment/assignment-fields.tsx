import '@mantine/core/styles/Switch.css';
import '../../fields.js';
import type { AssignmentInput, Language } from '@kohorte/contracts';
import { Switch } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './assignment.module.css';
import { ExamplesFields } from './examples-fields.js';
import { GradingFields } from './grading-fields.js';
import { HandInFields } from './hand-in-fields.js';
import type { AssignmentChanges, DesignParts, RubricParts } from './parts.js';
import { ReviewingFields } from './reviewing-fields.js';
import { RubricFields } from './rubric-fields.js';
import { starterDesign, usualDueDays, usualMinutes } from './starter.js';
import { TimeFields } from './time-fields.js';

interface Parts {
  assignment: AssignmentInput | null;
  minutes: number;
  dueAfterDays: number | null;
  /** Of the course. */
  language: Language;
  errorOf: (field: 'minutes' | 'dueAfterDays' | `assignment.${string}`) => string | undefined;
  onChange: (changes: AssignmentChanges) => void;
  onBlur: () => void;
}

/** What an assignment asks: what to hand in and by when, how it is reviewed, and what the grade is. */
export default function AssignmentFields(parts: Parts) {
  const { assignment, minutes, dueAfterDays, language, errorOf, onChange, onBlur } = parts;
  const { t } = useTranslation('trainer');
  // Who switches off and on again finds what was there.
  const [last, setLast] = useState(assignment);
  // Undo comes later, when more may have been typed.
  const latest = useRef(assignment);
  useEffect(() => {
    latest.current = assignment;
  });
  const put = (next: AssignmentInput): void => {
    latest.current = next;
    onChange({ assignment: next });
  };
  const toggle = (isOn: boolean): void => {
    if (!isOn) setLast(assignment);
    onChange(
      isOn
        ? {
            assignment: last ?? starterDesign(language),
            dueAfterDays: dueAfterDays ?? usualDueDays,
            minutes: minutes || usualMinutes,
          }
        : { assignment: null },
    );
  };
  const update: RubricParts['update'] = (to) => {
    if (latest.current) put(to(latest.current));
  };
  const shared = assignment && {
    design: assignment,
    errorOf: (path: string) => errorOf(`assignment.${path}`),
    onBlur,
  };
  const change: DesignParts['change'] = (changes) => update((design) => ({ ...design, ...changes }));
  return (
    <div className={classes.assignment}>
      <Switch
        size="md"
        label={t('assignment.on')}
        description={t(assignment ? 'assignment.onHint' : 'assignment.offHint')}
        styles={{ description: { paddingInlineStart: 12 } }}
        checked={assignment !== null}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      {shared && (
        <>
          <HandInFields {...shared} change={change} />
          <TimeFields {...shared} change={change} {...{ minutes, dueAfterDays, onChange }} fieldError={errorOf} />
          <RubricFields {...shared} update={update} language={language} />
          <ReviewingFields {...shared} change={change} />
          <GradingFields {...shared} change={change} />
          <ExamplesFields {...shared} update={update} />
        </>
      )}
    </div>
  );
}
