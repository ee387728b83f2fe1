import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';

/** Says why something did not go through: as the server does, or that none has answered. */
export function useProblemWords(): (problem: unknown) => string {
  const { t } = useTranslation();
  return (problem) =>
    problem instanceof ApiProblem ? (problem.view?.detail ?? t('shell.unreachable')) : t('shell.troubleText');
}
