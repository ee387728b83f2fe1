import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** Trims a text on its way in, so that "  " is as empty as "". */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** May be left out, but not be `null`: a change of something that is never empty. */
export const IsLeftOutOr = (): PropertyDecorator => ValidateIf((_body, value) => value !== undefined);

/** A list of things of a shape of their own, each checked; `null` is no such thing, though the validator lets it pass. */
export const IsListOf =
  (shape: () => new () => object, { least, most }: { least?: number; most: number }): PropertyDecorator =>
  (target, property) => {
    const each = { each: true };
    const sizes = least === undefined ? [ArrayMaxSize(most)] : [ArrayMaxSize(most), ArrayMinSize(least)];
    for (const check of [Type(shape), ValidateNested(each), IsObject(each), ...sizes, IsArray()])
      check(target, property);
  };

/** A calendar date, `2026-03-09`. */
export const IsCalendarDate = (): PropertyDecorator => Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'isCalendarDate' });

/** A wall-clock time, `09:00`. */
export const IsWallClockTime = (): PropertyDecorator =>
  Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'isWallClockTime' });

/** A wall-clock time at which something ends, `17:00`, or `24:00` for the end of the day. */
export const IsWallClockEnd = (): PropertyDecorator =>
  Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: 'isWallClockTime' });

/** A tag as it is kept: trimmed, single blanks, lower case; so that `Beamer` and ` beamer ` are the same. */
const tagOf = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : value;

/** Makes a text a tag on its way in. */
export const Tag = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => tagOf(value));

/** Makes texts tags on their way in, each once. */
export const Tags = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? [...new Set(value.map(tagOf))] : value));

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
