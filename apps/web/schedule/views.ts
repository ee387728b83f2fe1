/** How the calendar can be looked at; the choice stands in the address. */
export const calendarViews = ['month', 'week', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];
