import { ref, type Ref } from 'vue'
import { readTagged } from '@/api/rest'
import { useQuery, type Query } from './query'

export interface Detail<T> extends Query<T> {
  /** Version of what is shown: a write that follows from it carries it as `If-Match`. */
  etag: Ref<string | undefined>
}

/** One thing by its id, with the version it had when it was read. */
export function useDetail<T>(path: string, id: () => string | undefined, query?: () => object): Detail<T> {
  const etag = ref<string>()
  const found = useQuery(
    () => {
      const asked = id()
      return asked ? { asked, ...query?.() } : undefined
    },
    async ({ asked, ...rest }, signal) => {
      const answer = await readTagged<T>(path, { path: { id: asked }, query: rest, signal })
      etag.value = answer.etag
      return answer.value
    },
  )
  return { ...found, etag }
}
