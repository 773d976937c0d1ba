import { describe, expect, test } from 'vitest'
import { csv } from '@/app/download'
import { distinguishing, formOf, readable } from '@/format/codes'
import { dateTime, day } from '@/format/dates'
import { amount, number } from '@/format/numbers'
import { preferredLocale } from '@/i18n/locales'

describe('Dates', () => {
  test('are written as each language writes them, in Chinese time', () => {
    expect(dateTime('2026-09-24T06:05:00Z', 'zh-CN')).toBe('2026-09-24 周四 14:05')
    expect(dateTime('2026-09-24T14:05:00+08:00', 'en')).toBe('Thu 24 Sep 2026, 14:05')
  })

  test('keep a calendar day the day it is', () => {
    expect(day('2026-09-24', 'zh-CN')).toBe('2026-09-24 周四')
    expect(day('2026-09-24', 'en')).toBe('Thu 24 Sep 2026')
  })

  test('that are absent or unreadable are shown as they came', () => {
    expect(day(undefined, 'en')).toBe('')
    expect(dateTime('soon', 'en')).toBe('soon')
  })

  test('at midnight say 00:00, not 24:00', () => {
    expect(dateTime('2026-09-23T16:00:00Z', 'zh-CN')).toBe('2026-09-24 周四 00:00')
  })
})

describe('Amounts', () => {
  test('have their unit in words and their thousands apart', () => {
    expect(amount({ value: 12000, unit: 'KGM' }, 'zh-CN')).toBe('12,000 千克')
    expect(amount({ value: 0.5, unit: 'LTR' }, 'en')).toBe('0.5 L')
  })

  test('without a unit count pieces', () => {
    expect(amount({ value: 24 }, 'en')).toBe('24 pieces')
    expect(amount({ value: 1 }, 'en')).toBe('1 piece')
    expect(amount({ value: 24 }, 'zh-CN')).toBe('24 件')
  })

  test('in a unit nobody named keep its code', () => {
    expect(amount({ value: 3, unit: 'XBX' }, 'en')).toBe('3 XBX')
  })

  test('too long for a double keep every digit', () => {
    expect(number('90071992547409931', 'en')).toBe('90,071,992,547,409,931')
  })
})

describe('Codes', () => {
  test('are read as they are printed', () => {
    expect(readable('https://id.gs1.org/01/06901234000016/21/1012345678901234')).toBe(
      '(01)06901234000016 (21)1012345678901234',
    )
    expect(readable('urn:suyuan:supervision:12345678901234567890')).toBe('12345 67890 12345 67890')
    expect(readable('https://id.gs1.org/01/06901234000016/10/L%2F7')).toBe('(01)06901234000016 (10)L/7')
    expect(readable('http://example.org/thing')).toBe('http://example.org/thing')
  })

  test('tell what they stand for', () => {
    expect(formOf('https://id.gs1.org/01/06901234000016/10/A/21/1')).toBe('item')
    expect(formOf('https://id.gs1.org/01/06901234000016/10/A')).toBe('lot')
    expect(formOf('https://id.gs1.org/00/069012340000000018')).toBe('package')
    expect(formOf('https://id.gs1.org/01/06901234000016')).toBe('product')
    expect(formOf('urn:suyuan:supervision:12345678901234567890')).toBe('item')
    expect(formOf('http://example.org/thing')).toBe('other')
  })

  test('are told apart by their last part', () => {
    expect(distinguishing('https://id.gs1.org/01/06901234000016/10/A')).toBe('A')
  })
})

describe('CSV', () => {
  test('quotes what needs quotes and runs no formula', async () => {
    const text = await csv([['名称', 'a"b', 'x,y', '=1+1', -3]]).text()
    expect(text.replace('\ufeff', '')).toBe('名称,"a""b","x,y",\'=1+1,-3\r\n')
  })
})

describe('The language at the start', () => {
  test('is the remembered one, else the first that the reader knows, else Chinese', () => {
    expect(preferredLocale('a=1; suyuan-lang=en', ['zh-CN'])).toBe('en')
    expect(preferredLocale('', ['fr', 'en-GB', 'zh'])).toBe('en')
    expect(preferredLocale('', ['zh-TW', 'en'])).toBe('zh-CN')
    expect(preferredLocale('', ['fr'])).toBe('zh-CN')
  })
})
