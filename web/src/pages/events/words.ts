import { useI18n } from 'vue-i18n'
import { i18n, locale } from '@/i18n'
import type { Option } from '@/shell/FilterSelect.vue'

export type Vocabulary = 'eventType' | 'action' | 'bizStep' | 'disposition'

/** CBV words as people say them. The lists are those of the standard, so a filter can offer all of them. */
export function useWords() {
  const { t, te } = useI18n()

  function word(list: Vocabulary, name: string | undefined): string | undefined {
    if (!name) return undefined
    const key = `cbv.${list}.${name}`
    return te(key) ? t(key) : name
  }

  function choices(list: Vocabulary): Option[] {
    const messages = i18n.global.getLocaleMessage(locale.value) as Record<string, Record<string, object>>
    const words = Object.entries(messages.cbv?.[list] ?? {}) as [string, string][]
    return words.map(([value]) => ({ value, label: t(`cbv.${list}.${value}`) }))
  }

  return { word, choices }
}
