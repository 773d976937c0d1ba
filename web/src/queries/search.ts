import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { read } from '@/api/rest'
import type { Problem } from '@/api/problem'
import type { HitGroup } from '@/shell/palette'
import { asProblem } from './query'

const PAUSE_MS = 200
const HITS_PER_KIND = 5

/** Asks when the typing pauses; an answer that comes after a newer question is forgotten. */
export function useSearch(typed: Ref<string>) {
  const hits = shallowRef<HitGroup[]>([])
  const waiting = ref(false)
  const problem = shallowRef<Problem>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = new AbortController()

  async function search(text: string): Promise<void> {
    const own = (asked = new AbortController())
    try {
      const query = { q: text, limit: HITS_PER_KIND }
      const answer = await read<{ groups: HitGroup[] }>('/api/search', { query, signal: own.signal })
      if (own.signal.aborted) return
      hits.value = answer.groups
      problem.value = undefined
    } catch (thrown) {
      if (own.signal.aborted) return
      hits.value = []
      problem.value = asProblem(thrown)
    } finally {
      if (!own.signal.aborted) waiting.value = false
    }
  }

  watch(typed, (text) => {
    clearTimeout(timer)
    asked.abort()
    const wanted = text.trim()
    waiting.value = wanted !== ''
    if (wanted) timer = setTimeout(() => void search(wanted), PAUSE_MS)
    else hits.value = []
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    asked.abort()
  })
  return { hits, waiting, problem }
}
