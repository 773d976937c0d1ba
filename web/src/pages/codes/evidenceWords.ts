import { reactive, watch } from 'vue'
import type { Signal } from '@/api/types'
import { readable } from '@/format/codes'
import { number } from '@/format/numbers'
import { locale, t } from '@/i18n'
import { regionName } from '@/pages/registry/regions'
import { evidenceOf } from './evidence'

const EXAMPLES_SHOWN = 3

/** The evidence of signals in words. They name regions by code; people know them by name. */
export function useEvidenceWords(signals: () => Signal[]) {
  const regions = reactive<Record<string, string>>({})

  watch(
    [signals, locale],
    async ([shown]) => {
      const codes = new Set(
        shown
          .flatMap((signal) => [signal.evidence.from, signal.evidence.to])
          .filter((code) => /^\d+$/.test(String(code))),
      )
      await Promise.all(
        [...codes].map(async (code) => {
          regions[String(code)] = await regionName(String(code)).catch(() => String(code))
        }),
      )
    },
    { immediate: true },
  )

  /** A few of them say enough. */
  function examples(all: string[]): string {
    const codes = all.slice(0, EXAMPLES_SHOWN).map(readable).join(t('registry.comma'))
    return all.length > EXAMPLES_SHOWN
      ? t('signal.moreCodes', { codes, n: all.length })
      : t('signal.codes', { codes })
  }

  function words(signal: Signal): string {
    const evidence = evidenceOf(signal)
    switch (evidence.kind) {
      case 'apart':
        return t('signal.apart', {
          from: regions[evidence.from] ?? evidence.from,
          to: regions[evidence.to] ?? evidence.to,
          kilometres: number(evidence.kilometres, locale.value),
          minutes: number(evidence.minutes, locale.value),
        })
      case 'often':
        return t('signal.often', { hours: evidence.hours, sources: number(evidence.sources, locale.value) })
      case 'codes':
        return examples(evidence.codes)
      case 'source':
        return t('signal.source', { channel: t(`verification.channels.${evidence.channel}`) })
      case 'none':
        return ''
    }
  }
  return { words }
}
