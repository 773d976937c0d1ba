import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'

/** The server of `bin/dev`; the console itself never knows an address. */
const server = `http://127.0.0.1:${process.env.SUYUAN_PORT ?? '8080'}`

export default defineConfig({
  base: '/console/',
  plugins: [
    vue(),
    // Only the Element Plus components that a page names end up in its chunk.
    Components({ resolvers: [ElementPlusResolver()], dirs: [], dts: 'components.d.ts' }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': server, '/epcis': server, '/openapi': server } },
  build: { target: 'es2022', chunkSizeWarningLimit: 600 },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
})
