import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { Problem } from '@/api/problem'
import { locale } from '@/i18n'

export interface Query<T> {
  /** The last answer; kept while a newer one is on its way, so that a page does not blink. */
  data: Ref<T | undefined>
  problem: Ref<Problem | undefined>
  loading: Ref<boolean>
  state: ComputedRef<'loading' | 'error' | 'ready'>
  reload: () => Promise<void>
}

/**
 * Server state: asks again when what `key` reads changes or the language does, and forgets an answer that
 * comes after a newer question.
 *
 * @param key what the question depends on; undefined means there is nothing to ask yet
 */
export function useQuery<K, T>(
  key: () => K | undefined,
  load: (key: K, signal: AbortSignal) => Promise<T>,
): Query<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let asked = new AbortController()

  async function reload(): Promise<void> {
    asked.abort()
    const question = key()
    if (question === undefined) {
      data.value = problem.value = undefined
      loading.value = false
      return
    }
    const own = (asked = new AbortController())
    loading.value = true
    try {
      const answer = await load(question, own.signal)
      if (own.signal.aborted) return
      data.value = answer
      problem.value = undefined
    } catch (thrown) {
      if (own.signal.aborted) return
      data.value = undefined
      problem.value = asProblem(thrown)
    } finally {
      if (!own.signal.aborted) loading.value = false
    }
  }

  watch([() => JSON.stringify(key()), locale], reload, { immediate: true })
  onScopeDispose(() => asked.abort())
  const state = computed(() =>
    problem.value ? 'error' : data.value === undefined && loading.value ? 'loading' : 'ready',
  )
  return { data, problem, loading, state, reload }
}

export interface Action<A extends unknown[], T> {
  run: (...args: A) => Promise<T | undefined>
  problem: Ref<Problem | undefined>
  running: Ref<boolean>
}

/** A write: runs once at a time and keeps the refusal for the form to show. */
export function useAction<A extends unknown[], T>(act: (...args: A) => Promise<T>): Action<A, T> {
  const problem = shallowRef<Problem>()
  const running = ref(false)

  async function run(...args: A): Promise<T | undefined> {
    if (running.value) return undefined
    running.value = true
    problem.value = undefined
    try {
      return await act(...args)
    } catch (thrown) {
      problem.value = asProblem(thrown)
      return undefined
    } finally {
      running.value = false
    }
  }
  return { run, problem, running }
}

export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof TypeError) return Problem.unreachable()
  throw thrown
}
