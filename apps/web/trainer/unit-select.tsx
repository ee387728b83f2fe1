import './fields.js';
import type { OrgUnitView } from '@kohorte/contracts';
import { Select } from '@mantine/core';
import { useApiMaybe } from '../queries.js';
import { inPlace } from './in-place.js';

interface Parts {
  label: string;
  value: string | null;
  error?: string;
  nothingFound: string;
  /** Says what the button does that takes the choice away; without it one of them stays chosen. */
  clear?: string;
  /** What stands beside a unit's name in the list. */
  noteOf?: (unit: OrgUnitView) => string;
  onChange: (orgUnitId: string | null) => void;
}

/** Chooses an org unit from the company's tree. */
export function UnitSelect({ label, value, error, nothingFound, clear, noteOf, onChange }: Parts) {
  const units = useApiMaybe('GET /org-units') ?? [];
  const byId = new Map(units.map((unit) => [unit.orgUnitId, unit]));
  return (
    <Select
      {...inPlace}
      size="md"
      label={label}
      error={error}
      searchable
      clearable={clear !== undefined}
      clearButtonProps={{ 'aria-label': clear }}
      limit={200}
      value={value}
      data={units.map(({ orgUnitId, name }) => ({ value: orgUnitId, label: name }))}
      renderOption={({ option }) => {
        const unit = byId.get(option.value);
        return (
          <span style={{ paddingInlineStart: 20 * (unit?.depth ?? 0) }}>
            {option.label}
            {unit && noteOf && <span className="faint"> {noteOf(unit)}</span>}
          </span>
        );
      }}
      nothingFoundMessage={nothingFound}
      onChange={onChange}
    />
  );
}
