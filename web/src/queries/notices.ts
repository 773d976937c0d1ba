import { computed, onScopeDispose, ref } from 'vue'
import { make, read } from '@/api/rest'
import { useSession } from '@/app/session'
import type { ListPage } from './page'
import { useAction, useQuery } from './query'

const NOTICES_SHOWN = 50
const ASKED_EVERY_MS = 60_000

/** Something the platform tells one person; about a thing he can open. */
export interface Notice {
  id: string
  kind: string
  title: string
  body: string
  subject?: { kind: string; id: string; title: string } | null
  at: string
  read: boolean
}

/** How many are unread, asked again each minute while the page is looked at; the notices themselves once wanted. */
export function useNotices(wanted: () => boolean) {
  const { me } = useSession()
  const turn = ref(0)
  const mayAsk = () => me.value && !me.value.mustDo
  const count = useQuery(
    () => (mayAsk() ? { who: me.value!.id, turn: turn.value } : undefined),
    (_who, signal) => read<{ unread: number }>('/api/desk/notices/unread', { signal }),
  )
  const list = useQuery(
    () => (mayAsk() && wanted() ? { who: me.value!.id, turn: turn.value } : undefined),
    (_who, signal) =>
      read<ListPage<Notice>>('/api/desk/notices', { query: { limit: NOTICES_SHOWN }, signal }),
  )
  const unread = computed(() => count.data.value?.unread ?? 0)
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') turn.value++
  }, ASKED_EVERY_MS)
  onScopeDispose(() => clearInterval(timer))

  const readOne = useAction(async (id: string) => {
    await make<unknown>('/api/desk/notices/{id}/readings', { path: { id } })
    turn.value++
  })
  /** Those that are shown: what came since stays unread. */
  const readAll = useAction(async () => {
    await make<unknown>('/api/desk/notices/readings', { body: { until: list.data.value?.items[0]?.at } })
    turn.value++
  })
  return { list, unread, readOne, readAll }
}
