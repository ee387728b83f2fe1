/**
 * For lists that drop down: they stay within their dialog, which lies above everything else of the page, and scroll
 * themselves, so that those who hear them know what scrolls.
 */
export const inPlace = {
  comboboxProps: { withinPortal: false, floatingStrategy: 'fixed' },
  withScrollArea: false,
  styles: { dropdown: { padding: 4 }, options: { maxHeight: 260, overflowY: 'auto' } },
} as const;
