/** For lists that drop down: they stay within their dialog, which lies above everything else of the page. */
export const inPlace = { withinPortal: false, floatingStrategy: 'fixed' } as const;
