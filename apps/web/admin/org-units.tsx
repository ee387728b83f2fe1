import type { OrgUnitView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { Tag } from '../shell/tag.js';
import { DirectoryParts } from './directory-parts.js';
import { OrgUnitDialog } from './org-unit-dialog.js';
import classes from './org-units.module.css';

/** More units than this are folded at first. */
const mostUnfolded = 80;

/** The company's tree. */
export function OrgUnits() {
  const { t } = useTranslation(['admin', 'learner']);
  const units = useApi('GET /org-units');
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(units.length > mostUnfolded ? units.filter(({ depth }) => depth > 0).map(idOf) : []),
  );
  const [dialog, setDialog] = useState<{ unit: OrgUnitView | null; below: OrgUnitView | null } | null>(null);
  const [top] = units;
  const toggle = (unit: OrgUnitView): void => {
    const next = new Set(folded);
    if (!next.delete(unit.orgUnitId)) next.add(unit.orgUnitId);
    setFolded(next);
  };
  return (
    <Page>
      <PageHeading
        title={t('units.title')}
        below={t('units.text')}
        actions={
          <Button size="md" onClick={() => setDialog({ unit: null, below: top ?? null })}>
            {t('units.add')}
          </Button>
        }
      />
      <DirectoryParts />
      {units.length === 0 ? (
        <Empty title={t('units.none')}>{t('units.noneText')}</Empty>
      ) : (
        <ul className={classes.tree} aria-label={t('units.tree')}>
          {visible(units, folded).map((unit) => (
            <Unit
              key={unit.orgUnitId}
              unit={unit}
              hasBelow={units.some(({ parentId }) => parentId === unit.orgUnitId)}
              isFolded={folded.has(unit.orgUnitId)}
              onFold={() => toggle(unit)}
              onEdit={() => setDialog({ unit, below: null })}
              onAdd={() => setDialog({ unit: null, below: unit })}
            />
          ))}
        </ul>
      )}
      {dialog && <OrgUnitDialog {...dialog} onClose={() => setDialog(null)} />}
    </Page>
  );
}

const idOf = ({ orgUnitId }: OrgUnitView): string => orgUnitId;

/** The units whose ancestors are all unfolded; the tree comes top down. */
function visible(units: readonly OrgUnitView[], folded: ReadonlySet<string>): OrgUnitView[] {
  const hidden = new Set<string>();
  return units.filter((unit) => {
    const isHidden = unit.parentId !== null && (folded.has(unit.parentId) || hidden.has(unit.parentId));
    if (isHidden) hidden.add(unit.orgUnitId);
    return !isHidden;
  });
}

interface UnitParts {
  unit: OrgUnitView;
  hasBelow: boolean;
  isFolded: boolean;
  onFold: () => void;
  onEdit: () => void;
  onAdd: () => void;
}

function Unit({ unit, hasBelow, isFolded, onFold, onEdit, onAdd }: UnitParts) {
  const { t } = useTranslation('admin');
  const { name, depth, manager, isManagerAway, people, peopleBelow } = unit;
  const all = t('units.people', { count: peopleBelow });
  return (
    <li className={classes.unit} style={{ '--depth': depth } as React.CSSProperties}>
      {hasBelow ? (
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!isFolded}
          aria-label={t(isFolded ? 'units.open' : 'units.close', { name })}
          onClick={onFold}
        >
          <span aria-hidden="true">{isFolded ? '▸' : '▾'}</span>
        </button>
      ) : (
        <span className={classes.fold} />
      )}
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.line}>
          {[
            hasBelow && people !== peopleBelow ? t('units.withBelow', { all, own: people }) : all,
            manager
              ? t(isManagerAway ? 'units.managerWas' : 'units.managedBy', { name: manager.name })
              : t('units.noManager'),
          ].join(' · ')}
        </span>
        {isManagerAway && <Tag tone="warn">{t('units.managerAway')}</Tag>}
      </span>
      <span className={classes.actions}>
        <Button variant="subtle" size="compact-sm" aria-label={t('units.addBelow', { name })} onClick={onAdd}>
          + {t('units.below')}
        </Button>
        <Button variant="default" aria-label={t('units.editWho', { name })} onClick={onEdit}>
          {t('units.edit')}
        </Button>
      </span>
    </li>
  );
}
