import { ref, watchEffect } from 'vue'

export type Theme = 'light' | 'dark'

const KEY = 'suyuan-theme'

function preferred(): Theme {
  const chosen = localStorage.getItem(KEY)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const theme = ref<Theme>(preferred())

export function chooseTheme(next: Theme): void {
  localStorage.setItem(KEY, next)
  theme.value = next
}

watchEffect(() => document.documentElement.classList.toggle('dark', theme.value === 'dark'))
