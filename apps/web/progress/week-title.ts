/** `Woche 3 · Geben und Nehmen`; a title that says its week itself keeps its own words. */
export function weekTitle(week: string, title: string): string {
  return /^(woche|week)\s+\d+/i.test(title) ? title : `${week} · ${title}`;
}
