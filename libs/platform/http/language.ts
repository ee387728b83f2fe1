import type { Language } from '@kohorte/contracts';

/** The product's language that fits an Accept-Language header best; German where none does. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag, ...rest] = part.trim().toLowerCase().split(';');
      const quality = rest.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { tag: tag ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag.slice(0, 2))
    .find((tag) => tag === 'de' || tag === 'en');
  return (wanted as Language | undefined) ?? 'de';
}
