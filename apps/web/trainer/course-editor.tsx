import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, PageHeading } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { type Editing, useEditing } from './editor/editing.js';
import classes from './editor/editor.module.css';
import { EditorActions } from './editor/editor-actions.js';
import { ItemPane } from './editor/item-pane.js';
import { ModulePane } from './editor/module-pane.js';
import { OutlinePane } from './editor/outline-pane.js';
import { SaveState } from './editor/save-state.js';
import { VersionPane } from './editor/version-pane.js';

const route = getRouteApi('/inside/studio/courses/$courseId');

/** A course as its authors write it: the outline, and beside it what is chosen there. */
export function CourseEditor() {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const { courseId } = route.useParams();
  const search = route.useSearch();
  const editing = useEditing(courseId, search.version);
  const { version, isDraft } = editing;
  const chosen = search.item ?? search.module;
  return (
    <Page wide>
      <PageHeading
        title={version.title}
        above={<Link to="/studio">{t('editor.back')}</Link>}
        below={
          <span className="small">
            {isDraft || !version.publishedAt
              ? t('editor.draftOf', { number: version.number })
              : t('editor.versionOf', { number: version.number, on: times.day(version.publishedAt) })}
            {isDraft ? <SaveState /> : <span className={classes.frozen}>{t('editor.frozen')}</span>}
          </span>
        }
        actions={<EditorActions editing={editing} />}
      />
      <ProblemNote problem={editing.problem} />
      <div className={classes.editor} data-chosen={chosen !== undefined || undefined}>
        <OutlinePane editing={editing} chosen={chosen} />
        <div className={classes.pane}>
          {chosen && (
            <Link
              to="/studio/courses/$courseId"
              params={{ courseId }}
              search={{ version: search.version }}
              className={classes.toOutline}
            >
              ‹ {t('editor.toOutline')}
            </Link>
          )}
          <Chosen editing={editing} item={search.item} module={search.module} />
        </div>
      </div>
    </Page>
  );
}

function Chosen({ editing, item, module }: { editing: Editing; item?: string; module?: string }) {
  const { modules } = editing.version;
  const itsModule = modules.find(({ items }) => items.some(({ itemId }) => itemId === item));
  const itself = itsModule?.items.find(({ itemId }) => itemId === item);
  if (itself && itsModule) return <ItemPane key={item} editing={editing} item={itself} module={itsModule} />;
  const asModule = modules.find(({ moduleId }) => moduleId === module);
  if (asModule) return <ModulePane key={module} editing={editing} module={asModule} />;
  return <VersionPane key={editing.version.versionId} editing={editing} />;
}
