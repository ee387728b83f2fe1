import type { FileView } from '@kohorte/contracts';
import { useRef, useState } from 'react';
import { upload } from '../api.js';

/** A file on its way into a text. */
export interface Attaching {
  key: number;
  name: string;
  percent: number;
  problem: Error | null;
}

/** Sends files for a text; each arrives by itself, and is then to be put into it. */
export function useAttaching(cohortId: string, onFile: (file: FileView) => void) {
  const [all, setAll] = useState<Attaching[]>([]);
  const made = useRef(0);
  const breakOff = useRef(new Map<number, AbortController>());
  const patch = (key: number, changes: Partial<Attaching>): void =>
    setAll((before) => before.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const remove = (key: number): void => {
    breakOff.current.get(key)?.abort();
    breakOff.current.delete(key);
    setAll((before) => before.filter((one) => one.key !== key));
  };
  const attach = (file: File): void => {
    made.current += 1;
    const key = made.current;
    const abort = new AbortController();
    breakOff.current.set(key, abort);
    setAll((before) => [...before, { key, name: file.name, percent: 0, problem: null }]);
    upload('POST /cohorts/:cohortId/discussion-files', {
      params: { cohortId },
      file,
      signal: abort.signal,
      onProgress: (share) => patch(key, { percent: Math.floor(share * 100) }),
    }).then(
      (arrived) => {
        if (abort.signal.aborted) return;
        remove(key);
        onFile(arrived);
      },
      (problem: Error) => patch(key, { problem }),
    );
  };
  return { all, attach, remove, isSending: all.some(({ problem }) => problem === null) };
}
