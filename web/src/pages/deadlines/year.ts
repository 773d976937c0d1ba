import type { CalendarDay } from '@/queries/deadlines'

export interface Cell {
  day: CalendarDay
  number: number
  /** What stands out: a weekday that rests, a weekend day that works. */
  kind: 'work' | 'weekend' | 'holiday' | 'madeUp'
}

/** Weeks of the month, Monday first; places before the first and after the last day are empty. */
export function weeks(days: CalendarDay[]): (Cell | undefined)[][] {
  const first = days[0]
  if (!first) return []
  const lead = (weekday(first.date) + 6) % 7
  const cells: (Cell | undefined)[] = [...Array<undefined>(lead).fill(undefined), ...days.map(cell)]
  while (cells.length % 7) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

export function cell(day: CalendarDay): Cell {
  const weekend = [0, 6].includes(weekday(day.date))
  return { day, number: Number(day.date.slice(8)), kind: kindOf(day.works, weekend) }
}

function kindOf(works: boolean, weekend: boolean): Cell['kind'] {
  if (works) return weekend ? 'madeUp' : 'work'
  return weekend ? 'weekend' : 'holiday'
}

/** Days of each month of the year. */
export function months(days: CalendarDay[]): CalendarDay[][] {
  return Array.from({ length: 12 }, (_, month) =>
    days.filter((day) => Number(day.date.slice(5, 7)) === month + 1),
  )
}

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()
