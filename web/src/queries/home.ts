import { api, ask } from '@/api/client'
import type { ListPage } from './page'
import { useQuery } from './query'

const asked = (query: object) => query as never

/** The first rows of a list together with how many there are; asked only when the reader may see them. */
function glance<R>(
  may: () => boolean,
  limit: number,
  load: (query: never, signal: AbortSignal) => Promise<ListPage<R>>,
) {
  return useQuery(
    () => (may() ? { limit, count: true } : undefined),
    (query, signal) => load(asked(query), signal),
  )
}

export const useOpenSignals = (may: () => boolean) =>
  glance(may, 5, (query: object, signal) =>
    ask(api.GET('/api/codes/signals', { params: { query: asked({ ...query, open: true }) }, signal })),
  )

export const useRecentBatches = (may: () => boolean) =>
  glance(may, 5, (query, signal) => ask(api.GET('/api/codes/batches', { params: { query }, signal })))

export const useRecentEvents = (may: () => boolean) =>
  useQuery(
    () => (may() ? { limit: 8 } : undefined),
    (query, signal) => ask(api.GET('/api/events/events', { params: { query: asked(query) }, signal })),
  )

export const useProductCount = (may: () => boolean) =>
  glance(may, 1, (query, signal) => ask(api.GET('/api/registry/products', { params: { query }, signal })))

export const useOperatorCount = (may: () => boolean) =>
  glance(may, 1, (query, signal) => ask(api.GET('/api/registry/operators', { params: { query }, signal })))

export const useSiteCount = (may: () => boolean) =>
  glance(may, 1, (query, signal) => ask(api.GET('/api/registry/sites', { params: { query }, signal })))
