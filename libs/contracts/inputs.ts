import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** Trims a text on its way in, so that "  " is as empty as "". */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A calendar date, `2026-03-09`. */
export const IsCalendarDate = (): PropertyDecorator => Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'isCalendarDate' });

/** A wall-clock time, `09:00`. */
export const IsWallClockTime = (): PropertyDecorator =>
  Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'isWallClockTime' });

/** Query of every list: where to go on, and how many rows. */
export class PageQuery {
  @IsOptional() @IsString() @MaxLength(500) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

/** Query of lists that can be searched. */
export class SearchQuery extends PageQuery {
  @IsOptional() @IsString() @Trimmed() @MaxLength(200) search?: string;
}

/** The languages of the product. */
export type Language = 'de' | 'en';
export const languages: readonly Language[] = ['de', 'en'];

/** An instant, ISO 8601 in UTC. */
export type Instant = string;
/** A calendar date, `2026-03-09`. */
export type CalendarDate = string;
