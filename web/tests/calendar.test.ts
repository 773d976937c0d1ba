import { describe, expect, test } from 'vitest'
import { cell, months, weeks } from '@/pages/deadlines/year'
import { rungChoices } from '@/pages/deadlines/rungs'

const day = (date: string, works: boolean) => ({ date, works, reason: '', provisional: false })

describe('The year on the wall', () => {
  test('begins its weeks on Monday', () => {
    // 1 September 2026 was a Tuesday.
    const september = Array.from({ length: 30 }, (_, index) =>
      day(`2026-09-${String(index + 1).padStart(2, '0')}`, true),
    )
    const rows = weeks(september)
    expect(rows[0]!.map((one) => one?.number)).toEqual([undefined, 1, 2, 3, 4, 5, 6])
    expect(rows.at(-1)!.map((one) => one?.number)).toEqual([
      28,
      29,
      30,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(rows.every((row) => row.length === 7)).toBe(true)
  })

  test('marks what is not as usual', () => {
    expect(cell(day('2026-10-01', false)).kind).toBe('holiday')
    expect(cell(day('2026-10-10', true)).kind).toBe('madeUp')
    expect(cell(day('2026-10-11', false)).kind).toBe('weekend')
    expect(cell(day('2026-10-12', true)).kind).toBe('work')
  })

  test('has twelve months, also when only some days are known', () => {
    expect(months([day('2026-02-28', false)]).map((month) => month.length)).toEqual([
      0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ])
    expect(weeks([])).toEqual([])
  })
})

describe('Reminders', () => {
  test('are named by how far they stand from the last day', () => {
    const named = rungChoices((key, n) => `${key} ${n}`)
    expect(named).toContainEqual({ value: '-2wd', label: 'before_wd 2' })
    expect(named).toContainEqual({ value: 'due', label: 'due 0' })
    expect(named).toContainEqual({ value: '+1h', label: 'after_h 1' })
  })
})
