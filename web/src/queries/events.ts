import { api, ask } from '@/api/client'
import type { Parameter } from '@/api/types'
import { ROWS } from './registry'
import { useQuery } from './query'
import type { useView } from './view'

type View<F extends string> = ReturnType<typeof useView<F>>

export const eventFilters = [
  'type',
  'bizStep',
  'from',
  'to',
  'place',
  'unit',
  'order',
] as const satisfies Parameter<'/api/events/events'>[]

const asked = (query: object) => query as never

/** Days of the address become moments: from the start of the first to the end of the last, Chinese time. */
export function moments(filters: { from?: string; to?: string }): { from?: string; to?: string } {
  return {
    from: filters.from && `${filters.from}T00:00:00+08:00`,
    to: filters.to && `${dayAfter(filters.to)}T00:00:00+08:00`,
  }
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(next.getTime())) return day
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

export const useEvents = (view: View<(typeof eventFilters)[number]>) =>
  useQuery(
    () => ({ ...view.asked.value, ...moments(view.asked.value), limit: ROWS, cursor: view.cursor.value }),
    (query, signal) => ask(api.GET('/api/events/events', { params: { query: asked(query) }, signal })),
  )

export const useEvent = (id: () => string | undefined) =>
  useQuery(id, (key, signal) =>
    ask(api.GET('/api/events/events/{eventId}', { params: { path: { eventId: key } }, signal })),
  )
