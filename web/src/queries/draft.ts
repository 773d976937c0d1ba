import { onBeforeUnmount, onMounted, ref, watch, type UnwrapNestedRefs } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { ElMessageBox } from 'element-plus'
import { read, remove, replace } from '@/api/rest'
import { t } from '@/i18n'

const PAUSE_MS = 800

/** Where drafts of forms are kept. */
export interface DraftStore {
  load: (form: string) => Promise<unknown>
  keep: (form: string, content: unknown) => Promise<void>
  drop: (form: string) => Promise<void>
}

/** The reader's desk, so that a draft is there on another machine too. */
const desk: DraftStore = {
  load: async (form) =>
    (await read<{ body: unknown }>('/api/desk/drafts/{key}', { path: { key: form } })).body,
  keep: async (form, content) => {
    await replace<unknown>('/api/desk/drafts/{key}', { path: { key: form }, body: content })
  },
  drop: (form) => remove('/api/desk/drafts/{key}', { path: { key: form } }),
}

/**
 * Keeps what is typed into a form until it is sent, and asks before it is left. A draft that is found is filled in and
 * said to be one.
 *
 * @param form name of the form, with the id of what it changes
 */
export function useDraft<F extends object>(
  form: string,
  fields: UnwrapNestedRefs<F>,
  store: DraftStore = desk,
) {
  const untouched = JSON.stringify(fields)
  let seen = untouched
  const changed = ref(false)
  const restored = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => JSON.stringify(fields),
    (now) => {
      changed.value = now !== seen
      clearTimeout(timer)
      if (changed.value)
        timer = setTimeout(() => void store.keep(form, JSON.parse(now)).catch(() => {}), PAUSE_MS)
    },
  )

  /** What the form starts with, once the thing it changes was read; a draft comes over it. */
  async function start(values?: Partial<F>): Promise<void> {
    if (values) Object.assign(fields, values)
    seen = JSON.stringify(fields)
    changed.value = false
    const draft = await store.load(form).catch(() => null)
    if (draft && JSON.stringify(draft) !== seen) {
      Object.assign(fields, draft)
      restored.value = true
    }
  }
  async function drop(): Promise<void> {
    clearTimeout(timer)
    restored.value = false
    changed.value = false
    await store.drop(form).catch(() => {})
  }
  /** Back to what it was before the draft. */
  async function discard(): Promise<void> {
    Object.assign(fields, JSON.parse(seen))
    await drop()
  }

  const warn = (event: BeforeUnloadEvent): void => {
    if (changed.value) event.preventDefault()
  }
  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', warn)
    clearTimeout(timer)
  })
  onBeforeRouteLeave(async () => {
    if (!changed.value) return true
    try {
      await ElMessageBox.confirm(t('form.leaveText'), t('form.leave'), {
        confirmButtonText: t('form.leaveYes'),
        cancelButtonText: t('form.leaveNo'),
      })
      return true
    } catch {
      return false
    }
  })
  return { changed, restored, start, drop, discard }
}
