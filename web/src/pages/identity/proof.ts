import { ref } from 'vue'
import { Problem } from '@/api/problem'
import { asProblem } from '@/queries/query'

/** A deed that may first ask for a proof: it is kept until the dialog has been through, then done. */
export function useProvedDeed() {
  const waiting = ref<() => Promise<void>>()
  const problem = ref<Problem>()

  async function run(deed: () => Promise<void>): Promise<void> {
    problem.value = undefined
    waiting.value = undefined
    try {
      await deed()
    } catch (thrown) {
      const refused = asProblem(thrown)
      if (refused.code === 'proof-required') waiting.value = deed
      else problem.value = refused
    }
  }
  const proved = async () => {
    if (waiting.value) await run(waiting.value)
  }
  const close = () => {
    waiting.value = undefined
  }
  return { waiting, problem, run, proved, close }
}
