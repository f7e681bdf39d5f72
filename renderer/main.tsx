import './door/no-eval.ts';
import './theme/tokens.css';
import './theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openDoor } from './door/open.ts';
import { createQueryClient } from './door/query-client.ts';
import { App } from './frame/app.tsx';
import { EngineProvider } from './frame/engine-provider.tsx';
import { restoreTheme } from './frame/theme.ts';

restoreTheme();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <EngineProvider door={openDoor()}>
        <App />
      </EngineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
