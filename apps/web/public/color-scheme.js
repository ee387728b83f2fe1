// A file of its own because the content-security policy allows no inline script; it runs before the first
// paint so that a dark screen never flashes white.
document.documentElement.setAttribute(
  'data-mantine-color-scheme',
  window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
);
