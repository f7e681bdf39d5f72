import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    sourcemap: false,
    // Fonts and pictures stay files: the page's content policy allows no data: addresses.
    assetsInlineLimit: 0,
    // The window is read from this machine's disk: one file costs less than the code to split it.
    chunkSizeWarningLimit: 1000,
  },
});
