import { read } from '@/api/rest'
import type { BatchView, EventRow, Signal } from '@/api/types'
import { dayOf } from '@/format/dates'
import type { ListPage } from './page'
import { useQuery } from './query'

/** The first rows of a list together with how many there are; asked only when the reader may see them. */
function glance<R>(path: string, may: () => boolean, limit: number, query: object = {}) {
  return useQuery(
    () => (may() ? { ...query, limit, count: true } : undefined),
    (asked, signal) => read<ListPage<R>>(path, { query: asked, signal }),
  )
}

export const useOpenSignals = (may: () => boolean) =>
  glance<Signal>('/api/codes/signals', may, 5, { open: true })

export const useRecentBatches = (may: () => boolean) => glance<BatchView>('/api/codes/batches', may, 5)

export const useRecentEvents = (may: () => boolean) =>
  useQuery(
    () => (may() ? { limit: 8 } : undefined),
    (query, signal) => read<ListPage<EventRow>>('/api/events/events', { query, signal }),
  )

export const useProductCount = (may: () => boolean) => glance<object>('/api/registry/products', may, 1)
export const useOperatorCount = (may: () => boolean) => glance<object>('/api/registry/operators', may, 1)
export const useSiteCount = (may: () => boolean) => glance<object>('/api/registry/sites', may, 1)

export const PERIOD_DAYS = 30
const PERIODS = 4
const DAY_MS = 86_400_000

export interface Period {
  /** First and last day. */
  from: string
  to: string
}

/** The latest periods of equal length, the oldest first, each ending the day before the next begins. */
export function periods(today: Date): Period[] {
  const back = (days: number) => dayOf(new Date(today.getTime() - days * DAY_MS))
  return Array.from({ length: PERIODS }, (_, index) => {
    const ago = PERIODS - 1 - index
    return { from: back((ago + 1) * PERIOD_DAYS - 1), to: back(ago * PERIOD_DAYS) }
  })
}

export interface Trend {
  counts: number[]
  /** A count is a lower bound. */
  truncated: boolean
}

/** How many there were in each of the latest periods. */
export const useTrend = (path: string, may: () => boolean, asked: (period: Period) => object) =>
  useQuery(
    () => (may() ? dayOf(new Date()) : undefined),
    async (_today, signal): Promise<Trend> => {
      const pages = await Promise.all(
        periods(new Date()).map((period) =>
          read<ListPage<object>>(path, { query: { ...asked(period), limit: 1, count: true }, signal }),
        ),
      )
      return {
        counts: pages.map((page) => Number(page.total ?? 0)),
        truncated: pages.some((page) => page.truncated),
      }
    },
  )
