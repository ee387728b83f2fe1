import './fields.js';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ScrollArea.css';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inPlace } from '../trainer/in-place.js';

/** Chooses a time zone by typing a part of its name. */
export function TimeZoneField({
  value,
  description,
  onChange,
}: {
  value: string;
  description?: string;
  onChange: (zone: string) => void;
}) {
  const { t } = useTranslation();
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    const all = known.includes(value) ? known : [value, ...known];
    return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [value]);
  return (
    <Select
      {...inPlace}
      size="md"
      label={t('profile.timeZone')}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={zones}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t('profile.noZone')}
    />
  );
}
