import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import { locales, preferredLocale, rememberLocale, type Locale } from './locales'

type Catalogue = Record<string, Record<string, unknown>>

/** One chunk a language; only the one in use is loaded. */
const catalogues: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  'zh-CN': () => import('./zh-CN'),
  en: () => import('./en'),
}

export const i18n = createI18n({
  legacy: false,
  locale: locales[0] as Locale,
  fallbackLocale: locales[0],
  messages: {} as Record<Locale, Catalogue>,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
})

/** The language in use, for formats and for what the API is asked to answer in. */
export const locale = computed<Locale>(() => i18n.global.locale.value as Locale)

export const t = i18n.global.t

/** Loads the catalogue, then switches every text at once. */
export async function useLocale(next: Locale): Promise<void> {
  i18n.global.setLocaleMessage(next, (await catalogues[next]()).default)
  i18n.global.locale.value = next
  document.documentElement.lang = next
}

export async function chooseLocale(next: Locale): Promise<void> {
  rememberLocale(next)
  await useLocale(next)
}

export const startLocale = (): Promise<void> =>
  useLocale(preferredLocale(document.cookie, navigator.languages))
