import type { Locale } from '@/i18n/locales'

/** Everything the platform dates is dated in the country's one time zone. */
export const ZONE = 'Asia/Shanghai'

const parts = (options: Intl.DateTimeFormatOptions, tag: string) =>
  new Intl.DateTimeFormat(tag, { timeZone: ZONE, hourCycle: 'h23', ...options })

const YMD: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' }
const HM: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }

const isoDay = parts(YMD, 'sv-SE')
const time = parts(HM, 'sv-SE')
const zhWeekday = parts({ weekday: 'short' }, 'zh-CN')
// American English only for its words: its months have three letters; the order is ours.
const enDay = parts({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, 'en-US')

/** `2026-09-24 周四 14:05` or `Thu 24 Sep 2026, 14:05`. */
export function dateTime(instant: string | undefined, locale: Locale): string {
  const at = read(instant)
  if (!at) return instant ?? ''
  return locale === 'en' ? `${englishDay(at)}, ${time.format(at)}` : `${chineseDay(at)} ${time.format(at)}`
}

/** A day of the calendar, `YYYY-MM-DD` in; or the day of an instant. */
export function day(value: string | undefined, locale: Locale): string {
  const at = read(value?.length === 10 ? `${value}T00:00:00+08:00` : value)
  if (!at) return value ?? ''
  return locale === 'en' ? englishDay(at) : chineseDay(at)
}

/** The day as the calendar writes it, for inputs and file names. */
export const dayOf = (at: Date): string => isoDay.format(at)

function chineseDay(at: Date): string {
  return `${isoDay.format(at)} ${zhWeekday.format(at)}`
}

function englishDay(at: Date): string {
  const words = new Map(enDay.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${words.get('weekday')} ${words.get('day')} ${words.get('month')} ${words.get('year')}`
}

function read(instant: string | undefined): Date | undefined {
  if (!instant) return undefined
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? undefined : at
}
