import type { Locale } from '@/i18n/locales'
import { number } from './numbers'

const UNITS = ['B', 'kB', 'MB', 'GB']
const STEP = 1_000

/** `1.4 MB`: three digits at most, decimal units as file managers show them. */
export function size(bytes: number, locale: Locale): string {
  const power = bytes < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / STEP ** power
  return `${number(Number(value.toPrecision(3)), locale)} ${UNITS[power]}`
}
