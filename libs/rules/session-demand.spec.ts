import { describe, expect, it } from '@jest/globals';
import type { SessionDemand } from './assemble-schedule/index.js';
import { type DemandProblem, demandProblems, usualDemand } from './session-demand.js';

describe('what a session asks for', () => {
  it('is right as it begins', () => expect(demandProblems(usualDemand)).toEqual([]));

  it.each<[Partial<SessionDemand>, DemandProblem[]]>([
    [{ groupLeast: 12, groupBest: 12, groupMost: 12 }, []],
    [{ groupLeast: 13 }, [{ field: 'groupBest', code: 'min', figure: 13 }]],
    [{ groupMost: 11 }, [{ field: 'groupMost', code: 'min', figure: 12 }]],
    [{ window: 'before-release' }, [{ field: 'windowDays', code: 'min', figure: 1 }]],
    [{ window: 'within-days', windowDays: 1 }, []],
  ])('%j: %j', (said, problems) => expect(demandProblems({ ...usualDemand, ...said })).toEqual(problems));
});
