import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { webChunks } from './local/web-chunks.ts'

const api = process.env.API_URL ?? 'http://localhost:3000'

export default defineConfig({
  root: 'web',
  plugins: [react()],
  // The API puts a fresh nonce in its place with every page (api/web-app.ts).
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // Small files as addresses of their own: the page's rules allow no data: fonts.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: webChunks() } },
  },
  server: { proxy: { '/api': api, '/health': api } },
})
