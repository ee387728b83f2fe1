import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Loader.css';
import './styles.css';

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n.js';
import { queryClient, queryFor } from './queries.js';
import { router } from './routes.js';
import { followNavigation } from './shell/page.js';
import { theme } from './theme.js';

const isOutside = /^\/(sign-in|link)\b/.test(window.location.pathname);

// Asked for before the screens' own code has arrived: the two travel side by side.
if (!isOutside) void queryClient.prefetchQuery(queryFor('GET /me'));
if (window.location.pathname === '/') {
  void queryClient.prefetchQuery(queryFor('GET /home'));
  void import('./progress/home.js');
}

followNavigation(router);
await startI18n();

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
