import { read } from '@/api/rest'
import type { ListPage } from './page'
import { useQuery } from './query'
import type { useView } from './view'

type View = Pick<ReturnType<typeof useView>, 'asked' | 'cursor'>

/** Rows of a page on screen; small enough to read, large enough to scroll. */
export const ROWS = 30

/** Rows of one request of an export: the most that the API gives. */
const EXPORT_PAGE = 500

/** A list as the address describes it; `ask` may turn what people choose into what the API expects. */
export function useList<R>(
  path: string,
  view: View,
  ask: (filters: Record<string, string | undefined>) => object | undefined = (filters) => filters,
  exports?: string,
) {
  const filters = () => ask(view.asked.value as Record<string, string>)
  const rows = useQuery(
    () => {
      const asked = filters()
      return asked && { ...asked, limit: ROWS, cursor: view.cursor.value, count: true }
    },
    (query, signal) => read<ListPage<R>>(path, { query, signal }),
  )
  /** Every row of the same filters, page by page, for an export. */
  async function* all(signal: AbortSignal): AsyncGenerator<R[]> {
    let cursor: string | undefined
    do {
      const page: ListPage<R> = await read(path, {
        query: { ...filters(), limit: EXPORT_PAGE, cursor },
        signal,
      })
      yield page.items
      cursor = page.next ?? undefined
    } while (cursor)
  }
  /** The API's own export of the same filters, where it has one: streamed, so longer than a table would bear. */
  const file = exports
    ? () => `${exports}?${new URLSearchParams(filters() as Record<string, string>)}`
    : undefined
  return { ...rows, all, file }
}

/** A list without filters or pages of its own: the first rows, or all when they are few. */
export const useFew = <R>(
  path: string,
  query: () => object | undefined,
  parts: () => Record<string, string> = () => ({}),
) =>
  useQuery(
    () => {
      const asked = query()
      return asked && { asked, parts: parts() }
    },
    ({ asked, parts: path_ }, signal) => read<ListPage<R>>(path, { path: path_, query: asked, signal }),
  )
