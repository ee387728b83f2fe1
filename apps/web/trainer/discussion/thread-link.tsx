import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Parts {
  threadId: string;
  /** The post that it leads to; left out: where the reader was. */
  number?: number;
  children: ReactNode;
}

/** Leads to a thread, or to one of its posts. */
export function ThreadLink({ threadId, number, children }: Parts) {
  return (
    <Link to="/threads/$threadId" params={{ threadId }} search={{ post: number }}>
      {children}
    </Link>
  );
}
