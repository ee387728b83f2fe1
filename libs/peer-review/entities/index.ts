import { Appeal } from './appeal.entity.js';
import { Extension } from './extension.entity.js';
import { GradeDecision } from './grade-decision.entity.js';
import { GradeRecord } from './grade.entity.js';
import { Review } from './review.entity.js';
import { ReviewConflict } from './review-conflict.entity.js';
import { ReviewFlag } from './review-flag.entity.js';
import { ReviewReminder } from './review-reminder.entity.js';
import { ReviewRound } from './round.entity.js';
import { ReviewingGrade } from './reviewing-grade.entity.js';
import { Rubric } from './rubric.entity.js';
import { Submission } from './submission.entity.js';
import { SubmissionAuthor } from './submission-author.entity.js';
import { SubmissionFile } from './submission-file.entity.js';
import { Team } from './team.entity.js';
import { TeamMember } from './team-member.entity.js';
import { UploadRecord } from './upload.entity.js';

/** Everything that this rung keeps. */
export const entities = [
  Appeal,
  Extension,
  GradeDecision,
  GradeRecord,
  Review,
  ReviewConflict,
  ReviewFlag,
  ReviewReminder,
  ReviewRound,
  ReviewingGrade,
  Rubric,
  Submission,
  SubmissionAuthor,
  SubmissionFile,
  Team,
  TeamMember,
  UploadRecord,
];
