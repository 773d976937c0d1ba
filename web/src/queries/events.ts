import { api, ask } from '@/api/client'
import type { EventRow, Parameter } from '@/api/types'
import { useList } from './list'
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
  useList<EventRow>('/api/events/events', view, (asked) => ({ ...asked, ...moments(asked) }))

export const useEvent = (id: () => string | undefined) =>
  useQuery(id, (key, signal) =>
    ask(api.GET('/api/events/events/{eventId}', { params: { path: { eventId: key } }, signal })),
  )
