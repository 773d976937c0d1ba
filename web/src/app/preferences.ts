import { watch } from 'vue'
import { read, replace } from '@/api/rest'
import { chooseTheme, theme } from './theme'
import { useSession } from './session'
import { keepColumnsWith, type Choices } from '@/shell/columns'

interface Preferences {
  language?: string | null
  theme?: 'light' | 'dark' | null
  notices: { kind: string; inApp: boolean; mail: boolean; chosen: boolean }[]
  columns: Choices
}

const PATH = '/api/desk/preferences'

/** How the reader wants the console, read once after the login; what the page changes is kept there. */
export function usePreferences(): void {
  const { me } = useSession()
  let known: Preferences | undefined

  async function keep(change: Partial<Preferences>): Promise<void> {
    if (!known) return
    known = { ...known, ...change }
    const chosen = known.notices.filter((notice) => notice.chosen)
    const body = {
      language: known.language ?? undefined,
      theme: known.theme ?? undefined,
      notices: Object.fromEntries(chosen.map(({ kind, inApp, mail }) => [kind, { inApp, mail }])),
      columns: known.columns,
    }
    // What is not kept this time is kept with the next choice; the page itself follows it already.
    await replace<unknown>(PATH, { body }).catch(() => {})
  }

  watch(
    () => me.value?.id,
    async (id) => {
      known = undefined
      if (!id || me.value?.mustDo) return
      known = await read<Preferences>(PATH).catch(() => undefined)
      if (!known) return
      if (known.theme) chooseTheme(known.theme)
      keepColumnsWith(known.columns, (columns) => void keep({ columns }))
    },
    { immediate: true },
  )
  watch(theme, (next) => known && known.theme !== next && void keep({ theme: next }))
}
