import type { PostView } from '@kohorte/contracts';

/** A post with the replies to it that are shown below it. */
export interface Branch {
  post: PostView;
  replies: PostView[];
}

/**
 * Posts in the order of their numbers, replies below what they reply to. A reply whose post is not among them stands
 * by itself, in its own place.
 */
export function branchesOf(posts: readonly PostView[]): Branch[] {
  const branches: Branch[] = [];
  const byId = new Map<string, Branch>();
  for (const post of [...posts].sort((one, other) => one.number - other.number)) {
    const above = post.parentId === null ? undefined : byId.get(post.parentId);
    if (above) above.replies.push(post);
    else {
      const branch: Branch = { post, replies: [] };
      branches.push(branch);
      byId.set(post.postId, branch);
    }
  }
  return branches;
}

/**
 * How far one has read, having read to `marker` and now seen these: to the last number before the first that was not
 * seen. Replies stand above later posts, so that what is seen last is not all there is.
 */
export function readTo(marker: number, loaded: readonly number[], seen: ReadonlySet<number>): number {
  const sorted = [...loaded].sort((one, other) => one - other);
  // What lies between the marker and what is loaded was not seen.
  if ((sorted[0] ?? Infinity) > marker + 1) return marker;
  let read = marker;
  for (const number of sorted) {
    if (number <= read) continue;
    if (!seen.has(number)) break;
    read = number;
  }
  return read;
}
