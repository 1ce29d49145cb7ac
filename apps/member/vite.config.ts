import react from '@vitejs/plugin-react'
import autoprefixer from 'autoprefixer'
import { defineConfig } from 'vite'
import { buildWorker } from './build-worker.ts'
import { firstLoadGroups, nameHomeScripts, precompress } from './first-load.ts'

const oldest = ['chrome87', 'safari14']

export default defineConfig({
  plugins: [react(), nameHomeScripts(), buildWorker(oldest), precompress()],
  build: {
    target: oldest,
    cssTarget: oldest,
    manifest: 'files.json',
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: firstLoadGroups } },
    },
  },
  css: { postcss: { plugins: [autoprefixer({ overrideBrowserslist: ['chrome 87', 'safari 14'] })] } },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
