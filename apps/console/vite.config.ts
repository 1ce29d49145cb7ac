import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

export default defineConfig({
  base: '/console/',
  plugins: [react(), precompress()],
  build: {
    target: ['chrome90', 'edge90', 'firefox90', 'safari14.1'],
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/console/boundaries': 'http://localhost:3000' } },
})
