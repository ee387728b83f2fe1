import type { ItemKind } from '@kohorte/contracts';
import type { AssignmentDesign, SessionDemand } from '@kohorte/rules';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Module } from './module.entity.js';

/** One thing to do in a module. */
@Entity()
@Unique('item_position', ['moduleId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
@Index('item_of_file', ['fileId'], { where: 'file_id is not null' })
@Index('item_with_assignment', ['moduleId'], { where: 'assignment is not null' })
@Check('item_kind', `kind in ('page', 'video', 'link', 'file', 'assignment', 'discussion', 'session')`)
@Check('item_body_format', `body_format in ('markdown', 'html')`)
@Check('item_minutes', `minutes between 0 and 10000`)
@Check('item_session', `session is null or kind = 'session'`)
@Check('item_assignment', `assignment is null or kind = 'assignment' and due_after_days is not null`)
@Check('item_link', `kind <> 'link' or url is not null`)
export class Item {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'item_pkey' }) id: string;
  @Column('uuid') moduleId: string;
  @ManyToOne(() => Module, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'module_id', foreignKeyConstraintName: 'item_module' })
  module: Relation<Module>;
  @Column('int') position: number;
  @Column('text') kind: ItemKind;
  @Column('text') title: string;
  @Column('int', { default: 0 }) minutes: number;
  @Column('boolean', { default: true }) required: boolean;
  /** Days after its module opens by which it is due. */
  @Column('int', { nullable: true }) dueAfterDays: number | null;
  @Column('text', { nullable: true }) body: string | null;
  @Column('text', { default: 'markdown' }) bodyFormat: 'markdown' | 'html';
  @Column('text', { nullable: true }) url: string | null;
  @Column('uuid', { nullable: true }) fileId: string | null;
  /** Of a live session: what it asks of time, room and people. */
  @Column('jsonb', { nullable: true }) session: SessionDemand | null;
  /** Of an assignment: what it asks. */
  @Column('jsonb', { nullable: true }) assignment: AssignmentDesign | null;
}
