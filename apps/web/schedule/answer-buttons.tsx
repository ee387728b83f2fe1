import type { SessionAnswer } from '@kohorte/contracts';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconQuestionMark from '@tabler/icons-react/dist/esm/icons/IconQuestionMark.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useTranslation } from 'react-i18next';
import classes from './answer-buttons.module.css';

const answers = [
  ['yes', IconCheck],
  ['no', IconX],
  ['maybe', IconQuestionMark],
] as const;

interface Asked {
  label: string;
  answer: SessionAnswer | null;
  /** It is too late to say no; who had said no may still come. */
  isLate: boolean;
  onAnswer: (answer: SessionAnswer) => void;
}

/** Yes, no or maybe: three buttons of which one is pressed; another one takes it back. */
export function AnswerButtons({ label, answer, isLate, onAnswer }: Asked) {
  const { t } = useTranslation('sessions');
  return (
    <div role="group" aria-label={label} className={classes.answers}>
      {answers.map(([one, Icon]) => (
        <button
          key={one}
          type="button"
          className={classes.answer}
          aria-pressed={one === answer}
          disabled={isLate && one === 'no' && answer !== 'no'}
          onClick={() => one !== answer && onAnswer(one)}
        >
          <Icon size={20} stroke={2} aria-hidden="true" />
          {t(`answer.${one}`)}
        </button>
      ))}
    </div>
  );
}
