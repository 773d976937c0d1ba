import { onBeforeUnmount, onMounted } from 'vue'

const CHORD_MS = 1_000

/** Keys that work anywhere but in a field. `g h` is a chord: one key after the other. */
export function useKeyboard(acts: Record<string, () => void>): void {
  let first = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  function press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement
    if (event.key === 'k' && (event.ctrlKey || event.metaKey)) return act('/', event)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (target.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return
    const chord = `${first} ${event.key}`
    first = ''
    clearTimeout(timer)
    if (acts[chord]) return act(chord, event)
    if (acts[event.key]) return act(event.key, event)
    first = event.key
    timer = setTimeout(() => (first = ''), CHORD_MS)
  }
  function act(name: string, event: KeyboardEvent): void {
    event.preventDefault()
    acts[name]?.()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', press)
    clearTimeout(timer)
  })
}
