import type { AttendanceMark, RosterView } from '@kohorte/contracts';
import { useRef, useState } from 'react';
import { api } from '../api.js';
import { queryClient, queryFor, refresh } from '../queries.js';

type Marks = ReadonlyMap<string, AttendanceMark>;

/**
 * Attendance as it is tapped. A mark stands at once; what is tapped while one request is under way goes with the next,
 * so that answers cannot overtake each other. What could not be saved stays, and is sent again when asked.
 */
export function useMarking(sessionId: string) {
  const [unsaved, setUnsaved] = useState<Marks>(new Map());
  const [problem, setProblem] = useState<Error | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [hasSaved, setSaved] = useState(false);
  const waiting = useRef(new Map<string, AttendanceMark>());
  const isSending = useRef(false);

  const send = async (): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    setSaving(true);
    setProblem(null);
    const params = { sessionId };
    try {
      while (waiting.current.size > 0) {
        const sent = new Map(waiting.current);
        const marks = [...sent].map(([enrolmentId, mark]) => ({ enrolmentId, mark }));
        const roster: RosterView = await api('PUT /sessions/:sessionId/attendance', { params, body: { marks } });
        for (const [id, mark] of sent) if (waiting.current.get(id) === mark) waiting.current.delete(id);
        queryClient.setQueryData(queryFor('GET /sessions/:sessionId/roster', { params }).queryKey, roster);
        setUnsaved(new Map(waiting.current));
      }
      setSaved(true);
      await refresh('GET /sessions/:sessionId', 'GET /cohorts/:cohortId/sessions');
    } catch (refused) {
      setProblem(refused as Error);
    } finally {
      isSending.current = false;
      setSaving(false);
    }
  };

  const mark = (marks: Iterable<readonly [string, AttendanceMark]>): void => {
    for (const [id, one] of marks) waiting.current.set(id, one);
    setUnsaved(new Map(waiting.current));
    void send();
  };

  return { unsaved, problem, isSaving, hasSaved, mark, again: () => void send() };
}
