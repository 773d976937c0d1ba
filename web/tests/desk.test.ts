import { describe, expect, test } from 'vitest'
import { looksLikeCode } from '@/format/codes'
import { distance } from '@/format/durations'
import { size } from '@/format/sizes'
import { grouped } from '@/pages/home/inbox'
import { assigneeOf } from '@/queries/desk'
import { periods } from '@/queries/home'
import { choices } from '@/shell/palette'

describe('The inbox', () => {
  test('shows the most pressing group first and no empty one', () => {
    expect(grouped({ overdue: 2, today: 0, week: 5, later: 1, truncated: false })).toEqual([
      { bucket: 'OVERDUE', count: 2 },
      { bucket: 'WEEK', count: 5 },
      { bucket: 'LATER', count: 1 },
    ])
  })

  test('is empty until it was counted', () => {
    expect(grouped(undefined)).toEqual([])
  })

  test('never promises time that is not there', () => {
    const now = new Date('2026-09-24T08:00:00+08:00')
    expect(distance('2026-09-26T07:59:00+08:00', now)).toEqual({ past: false, unit: 'hours', n: 47 })
    expect(distance('2026-09-27T07:59:00+08:00', now)).toEqual({ past: false, unit: 'days', n: 2 })
    expect(distance('2026-09-24T08:59:59+08:00', now)).toEqual({ past: false, unit: 'minutes', n: 59 })
    expect(distance('2026-09-21T08:00:00+08:00', now)).toEqual({ past: true, unit: 'days', n: 3 })
  })

  test('gives a task to an office or to a post, as it was chosen', () => {
    expect(assigneeOf('post 17')).toEqual({ post: '17' })
    expect(assigneeOf('organisation 4')).toEqual({ organisation: '4' })
    expect(assigneeOf('')).toEqual({})
  })
})

describe('A trend', () => {
  test('counts four periods of thirty days without gap or overlap', () => {
    expect(periods(new Date('2026-09-30T12:00:00+08:00'))).toEqual([
      { from: '2026-06-03', to: '2026-07-02' },
      { from: '2026-07-03', to: '2026-08-01' },
      { from: '2026-08-02', to: '2026-08-31' },
      { from: '2026-09-01', to: '2026-09-30' },
    ])
  })
})

describe('The palette', () => {
  const say = (key: string) => key
  const found = [
    { kind: 'operator', label: '经营主体', hits: [{ kind: 'operator', id: '7', title: '鹭江乳业' }] },
    { kind: 'unheard-of', label: '?', hits: [{ kind: 'unheard-of', id: '1', title: 'x' }] },
  ]

  test('knows what is printed on things from words', () => {
    for (const code of [
      '09520001000027',
      '10000 00782 99593 82209',
      '(01)09520001000027(21)7',
      'urn:epc:id:sgtin:1.2.3',
    ])
      expect(looksLikeCode(code), code).toBe(true)
    for (const word of ['鹭江乳业', '2026', 'dairy 12']) expect(looksLikeCode(word), word).toBe(false)
  })

  test('offers the trace of a code first, then what was found, then pages', () => {
    const groups = choices('09520001000027', found, () => true, say)
    expect(groups.map((group) => group.key)).toEqual(['code', 'operator'])
    expect(groups[0]!.choices[0]!.to).toBe('/trace?unit=09520001000027')
    expect(groups[1]!.choices[0]!.to).toBe('/registry/operators/7')
  })

  test('offers only pages that the reader may see', () => {
    const all = choices('', [], () => true, say).flatMap((group) => group.choices)
    const some = choices('', [], () => false, say).flatMap((group) => group.choices)
    expect(all.length).toBeGreaterThan(some.length)
    expect(some.map((page) => page.to)).toContain('/')
    expect(some.map((page) => page.to)).not.toContain('/identity/roles')
  })
})

describe('A file', () => {
  test('tells its size as file managers do', () => {
    expect(size(0, 'en')).toBe('0 B')
    expect(size(999, 'en')).toBe('999 B')
    expect(size(1_440_000, 'en')).toBe('1.44 MB')
  })
})
