import '../fields.js';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inPlace } from '../in-place.js';

interface Parts {
  regions: readonly { code: string; name: string }[];
  value: string;
  error?: string;
  onChange: (region: string) => void;
}

/** Whose public holidays count. */
export function RegionField({ regions, value, error, onChange }: Parts) {
  const { t } = useTranslation('trainer');
  return (
    <Select
      {...inPlace}
      size="md"
      label={t('plan.region')}
      description={t('plan.regionHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={regions.map(({ code, name }) => ({ value: code, label: name }))}
      value={value === '' ? null : value}
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('plan.regionHint') }}
      limit={80}
      nothingFoundMessage={t('plan.noRegion')}
      onChange={(region) => onChange(region ?? '')}
    />
  );
}
