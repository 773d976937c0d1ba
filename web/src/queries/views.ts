import { make, read, remove } from '@/api/rest'
import { useAction, useQuery } from './query'

/** A way of looking at a list that its reader gave a name. */
export interface SavedView {
  id: string
  name: string
  /** The list's address without its page. */
  query: string
  own: boolean
  /** Whose it is, where an organisation shares it. */
  owner: string
}

/** Asked for once they are wanted. */
export function useSavedViews(page: () => string, wanted: () => boolean) {
  const asked = () => (wanted() ? page() : undefined)
  const list = useQuery(asked, async (name, signal) => {
    const answer = await read<{ items: SavedView[] }>('/api/desk/views', { query: { page: name }, signal })
    return answer.items
  })
  const save = useAction(async (name: string, query: string, shared: boolean) => {
    const made = await make<SavedView>('/api/desk/views', { body: { page: page(), name, query, shared } })
    await list.reload()
    return made
  })
  const drop = useAction(async (id: string) => {
    await remove('/api/desk/views/{id}', { path: { id } })
    await list.reload()
    return true
  })
  return { list, save, drop }
}
