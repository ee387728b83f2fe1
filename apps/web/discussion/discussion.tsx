import '../trainer/fields.js';
import type { ThreadOrder } from '@kohorte/contracts';
import { NativeSelect } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLookingAt } from '../live.js';
import { weeksOf } from '../progress/by-week.js';
import { weekTitle } from '../progress/week-title.js';
import { useApi, useApiMaybe } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { LinkButton } from '../shell/links.js';
import { SearchField } from '../shell/search-field.js';
import classes from './discussion.module.css';
import { FollowCohort } from './follow-cohort.js';
import { Guidelines } from './guidelines.js';
import { SearchResults } from './search-results.js';
import { ThreadList } from './thread-list.js';
import { type DiscussionSearch, threadsQuery } from './threads-query.js';

const route = getRouteApi('/inside/cohorts/$cohortId/space/discussion');

/** What the cohort talks about: questions, discussions, announcements. */
export function Discussion() {
  const { t } = useTranslation(['discussion', 'learner']);
  const params = route.useParams();
  const { cohortId } = params;
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const me = useApi('GET /me');
  const outline = useApi('GET /cohorts/:cohortId/outline', { params });
  const groups = (useApiMaybe('GET /cohorts/:cohortId/learning-groups', { params }) ?? []).filter(
    ({ own, reads }) => own || reads,
  );
  // Admins hear of a cohort that they do not belong to only when they say which.
  useLookingAt({ cohort: !outline.learns && me.roles.includes('admin') ? cohortId : undefined });
  const set = (changes: DiscussionSearch): void =>
    void navigate({
      search: (before: DiscussionSearch) => ({ ...before, ...changes }),
      replace: true,
      resetScroll: false,
    });
  const modules = weeksOf(outline).flatMap((week) => (week.isOpen ? week.modules : []));
  const { order, kind, module, only, group, search } = asked;
  return (
    <>
      <h2 className="unseen">{t('list.title')}</h2>
      <div className={classes.top}>
        <search className={classes.words}>
          <SearchField
            label={t('list.search')}
            words={search}
            onSearch={(words) => set({ search: words || undefined })}
          />
        </search>
        <LinkButton
          to="/cohorts/$cohortId/discussion/new"
          params={params}
          search={{ module, group }}
          size="md"
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
        >
          {t('list.write')}
        </LinkButton>
      </div>
      {groups.length > 0 && !search && (
        <div className={classes.spaces}>
          {groups.length === 1 ? (
            <Choice
              legend={t('list.space')}
              legendUnseen
              value={group ?? ''}
              options={[
                { value: '', label: t('list.everybody') },
                { value: groups[0]!.groupId, label: groups[0]!.name },
              ]}
              onChange={(chosen) => set({ group: chosen || undefined })}
            />
          ) : (
            <NativeSelect
              label={t('list.space')}
              value={group ?? ''}
              data={[
                { value: '', label: t('list.everybody') },
                ...groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
              ]}
              onChange={(event) => set({ group: event.currentTarget.value || undefined })}
            />
          )}
        </div>
      )}
      <div className={classes.filters}>
        {!search && (
          <Filter
            label={t('list.order')}
            value={order ?? 'active'}
            options={(['active', 'new', 'helpful', 'unanswered'] as const).map((value) => [value, t(`order.${value}`)])}
            onChange={(value) => set({ order: value === 'active' ? undefined : (value as ThreadOrder) })}
          />
        )}
        <Filter
          label={t('list.kind')}
          value={kind ?? ''}
          options={[
            ['', t('list.anyKind')],
            ...(['question', 'discussion', 'announcement'] as const).map(
              (value) => [value, t(`kinds.${value}`)] as const,
            ),
          ]}
          onChange={(value) => set({ kind: (value || undefined) as DiscussionSearch['kind'] })}
        />
        {!group && modules.length > 0 && (
          <Filter
            label={t('list.week')}
            value={module ?? ''}
            options={[
              ['', t('list.anyWeek')],
              ...modules.map(
                ({ moduleId, step, title }) => [moduleId, weekTitle(t('learner:week.name', { step }), title)] as const,
              ),
            ]}
            onChange={(value) => set({ module: value || undefined })}
          />
        )}
        {!search && (
          <Filter
            label={t('list.only')}
            value={only ?? ''}
            options={[
              ['', t('list.all')],
              ...(['unread', 'following', 'own'] as const).map((value) => [value, t(`only.${value}`)] as const),
            ]}
            onChange={(value) => set({ only: (value || undefined) as DiscussionSearch['only'] })}
          />
        )}
      </div>
      {search ? (
        <SearchResults cohortId={cohortId} query={{ search, kind, moduleId: module }} />
      ) : (
        <ThreadList
          cohortId={cohortId}
          query={threadsQuery(asked)}
          empty={{ isFiltered: Boolean(kind ?? module ?? only ?? (order === 'unanswered' || undefined)), group }}
        />
      )}
      <footer className={classes.foot}>
        <Guidelines cohortId={cohortId} />
        <FollowCohort cohortId={cohortId} module={modules.find(({ moduleId }) => moduleId === module)} />
      </footer>
    </>
  );
}

interface Choices {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Filter({ label, value, options, onChange }: Choices) {
  return (
    <NativeSelect
      size="sm"
      aria-label={label}
      value={value}
      data={options.map(([one, words]) => ({ value: one, label: words }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
