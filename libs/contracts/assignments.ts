import type {
  Anonymity,
  AssignmentDesign,
  Criterion,
  CriterionAnswer,
  Example,
  GradingMethod,
  Level,
} from '@kohorte/rules';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsListOf, Trimmed } from './inputs.js';

const anonymities: readonly Anonymity[] = ['double-blind', 'single-blind', 'open'];
const methods: readonly GradingMethod[] = ['calibrated', 'mean', 'median'];

/** An id that the editor gives, known within its assignment only. */
const IsOwnId = (): PropertyDecorator => Matches(/^[a-zA-Z0-9-]{1,40}$/, { message: 'isUuid' });

export class LevelInput implements Level {
  @IsInt() @Min(0) @Max(100) points: number;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(120) title: string;
  @IsOptional() @IsString() @MaxLength(1_000) description: string | null = null;
}

export class CriterionInput implements Criterion {
  @IsOwnId() criterionId: string;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title: string;
  @IsOptional() @IsString() @MaxLength(1_000) prompt: string | null = null;
  @IsInt() @Min(0) @Max(100) weight: number;
  @IsBoolean() commentRequired: boolean;
  @IsListOf(() => LevelInput, { least: 2, most: 8 })
  levels: LevelInput[];
}

/** One criterion as a review or the trainer of an example answers it. */
export class CriterionAnswerInput implements CriterionAnswer {
  @IsOwnId() criterionId: string;
  /** Which of its levels, from 0. */
  @IsOptional() @IsInt() @Min(0) @Max(7) level: number | null = null;
  @IsOptional() @IsString() @MaxLength(10_000) comment: string | null = null;
}

export class ExampleInput implements Example {
  @IsOwnId() exampleId: string;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title: string;
  @IsString() @IsNotEmpty() @MaxLength(50_000) text: string;
  @IsListOf(() => CriterionAnswerInput, { most: 20 })
  answers: CriterionAnswerInput[];
}

export class HandInInput {
  @IsBoolean() text: boolean;
  @IsBoolean() link: boolean;
  @IsBoolean() video: boolean;
  @IsInt() @Min(0) @Max(10) files: number;
  @IsInt() @Min(1) @Max(500) fileMegabytes: number;
}

export class ReviewingInput {
  @IsInt() @Min(0) @Max(10) give: number;
  @IsInt() @Min(0) @Max(10) need: number;
  @IsInt() @Min(1) @Max(90) days: number;
  @IsIn(['next', 'batch']) way: 'next' | 'batch';
  @IsInt() @Min(1) @Max(336) leaseHours: number;
  @IsInt() @Min(0) @Max(1_000) leastWords: number;
}

export class GradingInput {
  @IsIn(methods) method: GradingMethod;
  @IsInt() @Min(0) @Max(50) reviewingShare: number;
  @IsInt() @Min(0) @Max(336) publishAfterHours: number;
}

/** What an assignment asks, as its author says it. */
export class AssignmentInput implements AssignmentDesign {
  @IsObject() @ValidateNested() @Type(() => HandInInput) handIn: HandInInput;
  @IsOptional() @IsInt() @Min(1) @Max(50_000) leastWords: number | null = null;
  @IsOptional() @IsInt() @Min(1) @Max(50_000) mostWords: number | null = null;
  @IsOptional() @IsString() @MaxLength(50_000) template: string | null = null;
  @IsInt() @Min(0) @Max(336) graceHours: number;
  @IsBoolean() teams: boolean;
  @IsIn(anonymities) anonymity: Anonymity;
  @IsObject() @ValidateNested() @Type(() => ReviewingInput) reviews: ReviewingInput;
  @IsListOf(() => CriterionInput, { least: 1, most: 20 })
  rubric: CriterionInput[];
  @IsListOf(() => ExampleInput, { most: 5 })
  examples: ExampleInput[];
  @IsObject() @ValidateNested() @Type(() => GradingInput) grading: GradingInput;
}
