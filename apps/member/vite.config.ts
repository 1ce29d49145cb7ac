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
      // A machine is a value: of one that names many, only what is used comes along.
      treeshake: { moduleSideEffects: (id) => !/\/modules\/.*\/(machine|occupations)\.ts$/.test(id) },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: firstLoadGroups } },
    },
  },
  // The whole package draws pictures and canvases too; the app draws its code by itself.
  resolve: { alias: [{ find: /^qrcode$/, replacement: 'qrcode/lib/core/qrcode.js' }] },
  css: { postcss: { plugins: [autoprefixer({ overrideBrowserslist: ['chrome 87', 'safari 14'] })] } },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
