import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What a list shows, kept in the address: filters by name, and the cursor of the page. */
export function useView<F extends string>(filters: readonly F[]) {
  const route = useRoute()
  const router = useRouter()

  const text = (name: string): string => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }
  const values = computed(
    () => Object.fromEntries(filters.map((name) => [name, text(name)])) as Record<F, string>,
  )
  /** The filters that narrow, ready to send: an empty field asks for nothing. */
  const asked = computed(
    () =>
      Object.fromEntries(filters.flatMap((name) => (text(name) ? [[name, text(name)]] : []))) as Partial<
        Record<F, string>
      >,
  )
  const cursor = computed(() => text('cursor') || undefined)
  const narrowed = computed(() => Object.keys(asked.value).length > 0)

  /** Cursors of the pages before this one; they live with the history entry, an address stays short. */
  const trail = (): string[] => (cursor.value ? ((history.state?.trail as string[] | undefined) ?? []) : [])

  /** Another filter begins at the first page. */
  function narrow(change: Partial<Record<F, string | undefined>>): void {
    const next: Record<string, string> = { ...without(route.query, 'cursor') }
    for (const [name, value] of Object.entries(change) as [F, string | undefined][]) {
      if (value) next[name] = value
      else delete next[name]
    }
    void router.replace({ query: next })
  }

  const clear = () =>
    narrow(Object.fromEntries(filters.map((name) => [name, undefined])) as Partial<Record<F, undefined>>)

  function forward(next: string): void {
    void router.push({
      query: { ...route.query, cursor: next },
      state: { trail: [...trail(), cursor.value ?? ''] },
    })
  }

  function back(): void {
    const steps = trail()
    const previous = steps.pop()
    const rest = without(route.query, 'cursor')
    void router.push({ query: previous ? { ...rest, cursor: previous } : rest, state: { trail: steps } })
  }

  /** The state of the list without its page, as a saved view keeps it. */
  const state = computed(() => new URLSearchParams(without(route.query, 'cursor')).toString())
  const apply = (saved: string): void =>
    void router.replace({ query: Object.fromEntries(new URLSearchParams(saved)) })

  return { values, asked, cursor, narrowed, narrow, clear, forward, back, state, apply }
}

/** What a table needs to know of the list's state. */
export interface TableView {
  cursor: { value: string | undefined }
  values: { value: Record<string, string> }
  state: { value: string }
  narrow: (change: Record<string, string | undefined>) => void
  apply: (saved: string) => void
  forward: (next: string) => void
  back: () => void
}

function without(query: Record<string, unknown>, name: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter(
      (entry): entry is [string, string] => entry[0] !== name && typeof entry[1] === 'string',
    ),
  )
}
