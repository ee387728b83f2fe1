// Runs before everything else, and is a file of its own because the content-security policy allows no inline
// script. What is decided or asked for here need not wait for the app's code.

// A dark screen must not flash white.
document.documentElement.dataset.mantineColorScheme = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light';

// The language: what was used here last, else the first of the browser's languages that we speak.
const spoken = ['de', 'en'];
const language =
  spoken.find((one) => one === localStorage.getItem('kohorte.language')) ??
  navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => spoken.includes(tag)) ??
  'en';
document.documentElement.lang = language;

// The build names the files of the texts in each language, and those of the screen that strangers see first.
const isSignedIn = document.cookie.includes('kohorte_signed_in=');
for (const name of isSignedIn ? [`texts-${language}`] : [`texts-${language}`, 'sign-in']) {
  const files = document.querySelector(`meta[name="${name}"]`)?.content.split(' ') ?? [];
  for (const file of files) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = file;
    document.head.append(link);
  }
}

// The answers that the first screen needs are on their way while its code is; `api.ts` takes them from here.
window.kohorteFirst = new Map();
if (isSignedIn && !/^\/(sign-in|link|answer|unsubscribe)\b/.test(location.pathname)) {
  for (const address of location.pathname === '/' ? ['/api/me', '/api/home'] : ['/api/me']) {
    const asked = fetch(address, { headers: { accept: 'application/json', 'accept-language': language } });
    // Whoever takes it hears of a failure; nobody else must.
    asked.catch(() => undefined);
    window.kohorteFirst.set(address, asked);
  }
}
