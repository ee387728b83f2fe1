import type { EnrolmentRow, EnrolmentStatus } from '@kohorte/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.js';

/** All who learn in a cohort, since anybody may be in any group; they come page by page. */
export function useEverybody(cohortId: string): { people: EnrolmentRow[] | undefined; error: Error | null } {
  const { data, error } = useQuery({
    queryKey: ['GET /cohorts/:cohortId/enrolments', 'everybody', cohortId],
    queryFn: () => everybody(cohortId),
  });
  return { people: data, error };
}

async function everybody(cohortId: string): Promise<EnrolmentRow[]> {
  // Whoever has finished still belongs to their group.
  const both = await Promise.all([allWith(cohortId, 'active'), allWith(cohortId, 'completed')]);
  return both.flat().sort((a, b) => a.person.name.localeCompare(b.person.name));
}

async function allWith(cohortId: string, status: EnrolmentStatus): Promise<EnrolmentRow[]> {
  const rows: EnrolmentRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await api('GET /cohorts/:cohortId/enrolments', {
      params: { cohortId },
      query: { status, limit: 200, cursor },
    });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
