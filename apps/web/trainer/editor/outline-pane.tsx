import type { ModuleDraftView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../times.js';
import { AddItem } from './add-item.js';
import { AddModule } from './add-module.js';
import type { Editing } from './editing.js';
import { Grip } from './grip.js';
import classes from './outline-pane.module.css';
import { OutlineItem } from './outline-item.js';
import { useMoving } from './moving.js';

/** The course's modules and items: where one chooses what to edit, and puts things in order. */
export function OutlinePane({ editing, chosen }: { editing: Editing; chosen: string | undefined }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const times = useTimes();
  const { courseId } = useParams({ from: '/inside/studio/courses/$courseId' });
  const { version: versionId } = useSearch({ from: '/inside/studio/courses/$courseId' });
  const { version, isDraft } = editing;
  const moving = useMoving(editing);
  const total = version.modules.flatMap(({ items }) => items).reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <nav aria-label={t('editor.outline')} className={classes.outline}>
      <Link
        to="/studio/courses/$courseId"
        params={{ courseId }}
        search={{ version: versionId, module: 'about' }}
        className={classes.facts}
        aria-current={chosen === undefined || chosen === 'about' ? 'true' : undefined}
        activeProps={{}}
      >
        <span>{t('editor.facts')}</span>
        <span className={classes.minutes}>{t('editor.total', { minutes: times.minutes(total) })}</span>
      </Link>
      {version.modules.length === 0 && (
        <div className={classes.none}>
          <p>
            <strong>{t('editor.noModules')}</strong>
          </p>
          <p className="small">{t('editor.noModulesText')}</p>
        </div>
      )}
      <ol>
        {version.modules.map((module, index) => (
          <Module key={module.moduleId} {...{ editing, chosen, module, index, moving }} />
        ))}
      </ol>
      {isDraft && <AddModule editing={editing} />}
      <p role="status" className="unseen">
        {moving.said}
      </p>
    </nav>
  );
}

interface ModuleParts {
  editing: Editing;
  chosen: string | undefined;
  module: ModuleDraftView;
  index: number;
  moving: ReturnType<typeof useMoving>;
}

function Module({ editing, chosen, module, index, moving }: ModuleParts) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const [adds, setAdds] = useState(false);
  const { courseId } = useParams({ from: '/inside/studio/courses/$courseId' });
  const { version: versionId } = useSearch({ from: '/inside/studio/courses/$courseId' });
  const { moduleId, title, items } = module;
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <li className={classes.module}>
      <div
        className={classes.head}
        data-chosen={chosen === moduleId || undefined}
        data-drop={moving.dropAt(moduleId)}
        {...moving.dragging({ kind: 'module', moduleId })}
      >
        {editing.isDraft && <Grip id={moduleId} title={title} onStep={(by) => moving.stepModule(moduleId, by)} />}
        <span className={classes.number}>{index + 1}</span>
        <Link
          to="/studio/courses/$courseId"
          params={{ courseId }}
          search={{ version: versionId, module: moduleId }}
          className={classes.title}
          draggable={false}
          aria-current={chosen === moduleId ? 'true' : undefined}
          activeProps={{}}
        >
          {title}
        </Link>
        <span className={classes.minutes}>{times.minutes(minutes)}</span>
      </div>
      <ol>
        {items.map((item) => (
          <OutlineItem key={item.itemId} {...{ editing, chosen, item, moduleId, moving }} />
        ))}
      </ol>
      {editing.isDraft && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.add}
          aria-label={t('editor.addItemTo', { title })}
          onClick={() => setAdds(true)}
        >
          + {t('editor.addItem')}
        </Button>
      )}
      {adds && <AddItem editing={editing} module={module} onClose={() => setAdds(false)} />}
    </li>
  );
}
