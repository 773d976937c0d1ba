import type { Locale } from '@/i18n/locales'

const formats: Record<Locale, Intl.NumberFormat> = {
  'zh-CN': new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 6 }),
}

/** UN/CEFACT Recommendation 20 units that goods here are counted in; others show their code. */
const units: Record<string, Record<Locale, string>> = {
  H87: { 'zh-CN': '件', en: 'pieces' },
  EA: { 'zh-CN': '件', en: 'pieces' },
  KGM: { 'zh-CN': '千克', en: 'kg' },
  GRM: { 'zh-CN': '克', en: 'g' },
  TNE: { 'zh-CN': '吨', en: 't' },
  LTR: { 'zh-CN': '升', en: 'L' },
  MLT: { 'zh-CN': '毫升', en: 'mL' },
  MTR: { 'zh-CN': '米', en: 'm' },
  CEL: { 'zh-CN': '℃', en: '°C' },
  P1: { 'zh-CN': '%', en: '%' },
}

/** With thousands separators; a number that travels as text because it is long keeps all its digits. */
export function number(value: number | string | undefined, locale: Locale): string {
  if (value === undefined) return ''
  if (typeof value === 'string' && /^\d{16,}$/.test(value)) return formats[locale].format(BigInt(value))
  return formats[locale].format(Number(value))
}

export function unit(code: string | undefined, locale: Locale): string {
  if (!code) return units.H87![locale]
  return units[code]?.[locale] ?? code
}

/** `12,000 kg`; without a unit, pieces are counted (EPCIS 2.0 §7.3.3.3). */
export function amount(value: { value: number | string; unit?: string } | undefined, locale: Locale): string {
  if (!value) return ''
  const name = unit(value.unit, locale)
  const word = locale === 'en' && name === 'pieces' && Number(value.value) === 1 ? 'piece' : name
  return `${number(value.value, locale)} ${word}`
}
