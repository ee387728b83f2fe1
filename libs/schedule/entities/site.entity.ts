import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A place where the company works and holds sessions. */
@Entity()
@Unique('site_name', ['name'])
export class Site {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'site_pkey' }) id: string;
  @Column('text') name: string;
  @Column('text') timeZone: string;
  /** Of its public holidays, as date-holidays names regions (`DE-SN`). */
  @Column('text', { nullable: true }) holidayRegion: string | null;
  @Column('timestamptz') createdAt: Date;
}
