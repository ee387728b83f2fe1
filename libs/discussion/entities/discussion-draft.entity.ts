import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody is writing, for all their devices. */
@Entity()
export class DiscussionDraft {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'discussion_draft_pkey' }) userId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'discussion_draft_pkey' }) place: string;
  @Column('jsonb') body: { title: string | null; text: string };
  @Column('int') revision: number;
  @Column('timestamptz') changedAt: Date;
}
