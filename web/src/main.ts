import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import '@/assets/tokens.css'
import '@/assets/base.css'
import '@/app/theme'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './app/router'
import { i18n, startLocale } from './i18n'

await startLocale()
createApp(App).use(i18n).use(router).mount('#app')
