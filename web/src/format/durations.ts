/** How far a moment is away, in the largest unit that says enough. */
export interface Distance {
  past: boolean
  unit: 'minutes' | 'hours' | 'days'
  n: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** From two days on people count days; below, hours; in the last hour, minutes. Never rounded up: no one gets time that is not there. */
export function distance(to: string, now: Date): Distance {
  const away = new Date(to).getTime() - now.getTime()
  const past = away < 0
  const length = Math.abs(away)
  if (length >= 2 * DAY_MS) return { past, unit: 'days', n: Math.floor(length / DAY_MS) }
  if (length >= HOUR_MS) return { past, unit: 'hours', n: Math.floor(length / HOUR_MS) }
  return { past, unit: 'minutes', n: Math.floor(length / MINUTE_MS) }
}
