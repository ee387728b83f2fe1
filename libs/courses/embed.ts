import type { ItemContent } from '@kohorte/contracts';

/**
 * Where a video's page can be embedded from, by the providers' own privacy-friendly players; `null` for what
 * can only be linked. Addresses: developers.google.com/youtube/player_parameters, developer.vimeo.com/player,
 * ted.com/participate/share-ted-talks.
 */
export function embedOf(url: string): ItemContent['embed'] {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^(www|m|music)\./, '');
  if (host === 'youtu.be') return youtube(pathname.slice(1), searchParams);
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const inPath = /^\/(?:embed|shorts|live|v)\/([\w-]{6,20})/.exec(pathname)?.[1];
    return youtube(inPath ?? searchParams.get('v') ?? '', searchParams);
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    const id = /(\d{5,12})(?:$|\/)/.exec(pathname)?.[1];
    return id ? { provider: 'Vimeo', url: `https://player.vimeo.com/video/${id}?dnt=1` } : null;
  }
  if (host === 'ted.com' || host === 'embed.ted.com') {
    const talk = /^\/talks\/([\w%-]+)/.exec(pathname)?.[1];
    return talk ? { provider: 'TED', url: `https://embed.ted.com/talks/${talk}` } : null;
  }
  return null;
}

function youtube(id: string, search: URLSearchParams): ItemContent['embed'] {
  if (!/^[\w-]{6,20}$/.test(id)) return null;
  const start = Number.parseInt(search.get('t') ?? search.get('start') ?? '', 10);
  const from = Number.isFinite(start) && start > 0 ? `&start=${start}` : '';
  return { provider: 'YouTube', url: `https://www.youtube-nocookie.com/embed/${id}?rel=0${from}` };
}
