/** One page of any list of the API; totals come only when asked for. */
export interface ListPage<R> {
  items: R[]
  next?: string | null
  total?: number | null
  truncated?: boolean
}
