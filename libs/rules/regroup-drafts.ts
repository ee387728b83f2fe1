/** Work that is not handed in, and who writes it. */
export interface SharedDraft {
  submissionId: string;
  authorIds: readonly string[];
}

/** What a group of people goes on with. */
export interface GroupDraft {
  /** The draft that goes on as this group’s; `null` where all of theirs go on with others, or there is none. */
  keeps: string | null;
  /** Every draft that one of them has worked on, the kept one first: nothing that they have written is lost to them. */
  from: string[];
}

/**
 * Who goes on with which draft when people are put together anew; someone alone is a group of one. A draft goes on with
 * the group in which most of its authors are now, the first of these where there are several; that one gets what is
 * still on its way for it, too. A group that several drafts come to keeps the one with most of its own authors.
 * @returns for each group, in their order; and for each draft with an author in a group, the index of its heir
 */
export function regroupDrafts(
  drafts: readonly SharedDraft[],
  groups: readonly (readonly string[])[],
): { groups: GroupDraft[]; heirs: Map<string, number> } {
  const groupOf = new Map(groups.flatMap((members, index) => members.map((member) => [member, index] as const)));
  const heirs = new Map<string, number>();
  const coming = groups.map((): { submissionId: string; authors: number }[] => []);
  for (const { submissionId, authorIds } of drafts) {
    const authors = new Map<number, number>();
    for (const authorId of authorIds) {
      const group = groupOf.get(authorId);
      if (group !== undefined) authors.set(group, (authors.get(group) ?? 0) + 1);
    }
    const most = Math.max(...authors.values());
    const heir = Math.min(...[...authors].filter(([, count]) => count === most).map(([group]) => group));
    if (Number.isFinite(heir)) heirs.set(submissionId, heir);
    for (const [group, count] of authors) coming[group]!.push({ submissionId, authors: count });
  }
  return {
    heirs,
    groups: coming.map((list, index) => {
      const sorted = list.toSorted(
        (a, b) =>
          Number(heirs.get(b.submissionId) === index) - Number(heirs.get(a.submissionId) === index) ||
          b.authors - a.authors,
      );
      const [first] = sorted;
      return {
        keeps: first && heirs.get(first.submissionId) === index ? first.submissionId : null,
        from: sorted.map(({ submissionId }) => submissionId),
      };
    }),
  };
}
