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
import { ApiProblem } from './api.js';
import { startI18n } from './i18n.js';
import { queryClient } from './queries.js';
import { router } from './routes.js';
import { followNavigation } from './shell/page.js';
import { theme } from './theme.js';

followNavigation(router);
await startI18n();

const place = document.getElementById('root');
if (place) {
  createRoot(place, {
    // What the server refuses is said on the screen; only what nobody expected belongs in the console.
    onCaughtError: (problem) => problem instanceof ApiProblem || reportError(problem),
  }).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
