import { computed, ref, shallowRef, watch } from 'vue'
import { api, ask } from '@/api/client'
import { Problem } from '@/api/problem'
import { make, read, replace } from '@/api/rest'
import type { Me, Permission } from '@/api/types'
import { locale } from '@/i18n'

export type { Permission }

const me = shallowRef<Me>()
const known = ref(false)
const jurisdiction = ref<{ name: string }>()

const mustChangePassword = computed(() => me.value?.mustDo === 'CHANGE_PASSWORD')
const mustEnrol = computed(() => me.value?.mustDo === 'ENROL_TOTP')
const may = (permission: Permission): boolean => me.value?.permissions.includes(permission) ?? false

/** Asks once who the session belongs to; also fetches the CSRF token that writes carry. */
async function findOut(): Promise<void> {
  if (known.value) return
  try {
    me.value = await read<Me>('/api/identity/session')
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.status >= 500) throw thrown
    me.value = undefined
  }
  known.value = true
}

async function logIn(username: string, password: string): Promise<Me> {
  me.value = await make<Me>('/api/identity/session', { body: { username, password } })
  known.value = true
  return me.value
}

/** Whoever was let in by another door: a code, a passkey, an invitation. */
function entered(as: Me): Me {
  me.value = as
  known.value = true
  return as
}

/** Something about the session changed on the server: its rights, what has to be done first. */
async function findOutAgain(): Promise<void> {
  known.value = false
  await findOut()
}

async function logOut(): Promise<void> {
  await ask(api.DELETE('/api/identity/session'))
  me.value = undefined
}

async function changePassword(currentPassword: string, newPassword: string): Promise<boolean> {
  await ask(api.PUT('/api/identity/me/password', { body: { currentPassword, newPassword } }))
  await findOutAgain()
  return true
}

/** Acts in another post from now on: other rights, another area, so everything shown is asked again. */
async function actAs(post: string): Promise<Me> {
  me.value = await replace<Me>('/api/identity/session/capacity', { body: { post } })
  return me.value
}

/** The session ended on the server: whatever is asked next leads to the login. */
export function forgetSession(): void {
  me.value = undefined
}

/** The name of the area or operator that everything shown is limited to. */
watch([me, locale], async () => {
  jurisdiction.value = undefined
  const scope = me.value?.scope
  if (!scope) return
  if (me.value?.jurisdiction) {
    jurisdiction.value = me.value.jurisdiction
    return
  }
  if (scope.kind === 'OPERATOR' && scope.operator && may('REGISTRY_READ')) {
    const operator = await ask(
      api.GET('/api/registry/operators/{id}', { params: { path: { id: scope.operator } } }),
    )
    jurisdiction.value = { name: operator.name }
  } else if (scope.kind === 'REGION' && scope.region && scope.region !== '/') {
    const code = scope.region.split('/').at(-2)!
    const region = await ask(api.GET('/api/registry/regions/{code}', { params: { path: { code } } }))
    jurisdiction.value = { name: region.name }
  }
})

export const useSession = () => ({
  me,
  jurisdiction,
  mustChangePassword,
  mustEnrol,
  may,
  findOut,
  findOutAgain,
  entered,
  logIn,
  logOut,
  actAs,
  changePassword,
})
