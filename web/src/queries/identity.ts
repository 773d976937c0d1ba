import type { Ref } from 'vue'
import { newKey } from '@/api/idempotency'
import { make, read, replace } from '@/api/rest'
import type { Coded, Named, Permission } from '@/api/types'
import type { AllowedAction } from '@/shell/ActionList.vue'
import { useDetail } from './detail'
import { useList } from './list'
import type { ListPage } from './page'
import { useAction, useQuery } from './query'
import type { useView } from './view'

export interface Post {
  id: string
  organisation?: Named | null
  operator?: Named | null
  title: string
  role: Coded
  from: string
  to?: string | null
  current: boolean
}

export interface Person {
  id: string
  /** Only for those who administer access, and for oneself; so is how to reach the person. */
  username?: string | null
  name: string
  email?: string | null
  phone?: string | null
  status: Coded
  posts: Post[]
  createdAt?: string
  allowedActions?: AllowedAction[]
}

export interface Delegation {
  id: string
  post: string
  delegate: Named
  from: string
  to: string
  reason: string
  revoked: boolean
  /** Neither over nor taken back. */
  open: boolean
}

export interface LoginSession {
  id: string
  secondFactor: boolean
  startedAt: string
  lastUsedAt: string
  endsAt: string
  address: string
  browser: string
}

export interface Role extends Coded {
  nameZh: string
  nameEn: string
  permissions: Permission[]
  reach: 'ORGANISATION' | 'NOTHING' | 'EVERYTHING'
  assignableTo: string[]
  secondFactorRequired: boolean
  revision: number
}

export const personFilters = ['q', 'organisation', 'operator', 'role', 'status'] as const

export const usePeople = (view: ReturnType<typeof useView<(typeof personFilters)[number]>>) =>
  useList<Person>('/api/identity/people', view)

export const usePerson = (id: () => string | undefined) => useDetail<Person>('/api/identity/people/{id}', id)

export const findPeople = async (text: string) =>
  (
    await read<ListPage<Person>>('/api/identity/people', { query: { q: text || undefined, limit: 20 } })
  ).items.map((one) => ({
    value: one.id,
    label: one.name,
    hint: one.posts.find((post) => post.current)?.organisation?.name,
  }))

/** All roles; asked only by those who may see them. */
export const useRoles = (may: () => boolean = () => true) =>
  useQuery(
    () => (may() ? 'roles' : undefined),
    (_key, signal) => read<Role[]>('/api/identity/roles', { signal }),
  )

export const usePutRole = () =>
  useAction((role: Role, change: Partial<Role>) => {
    const { nameZh, nameEn, permissions, reach, assignableTo, secondFactorRequired } = { ...role, ...change }
    return replace<Role>('/api/identity/roles/{code}', {
      path: { code: role.code },
      body: { nameZh, nameEn, permissions, reach, assignableTo, secondFactorRequired },
      match: `"${role.revision}"`,
    })
  })

export interface NewPost {
  organisation?: string
  operator?: string
  title?: string
  role?: string
  from?: string
  to?: string
  reason?: string
}
export interface Invitation {
  username?: string
  name?: string
  email?: string
  phone?: string
  post?: NewPost
}
/** The token of the link that the administrator hands over; shown this once. */
export interface Invited {
  person: Person
  invitation: { token: string; expiresAt: string }
}

export const useInvite = () => {
  const key = newKey()
  return useAction((invitation: Invitation) =>
    make<Invited>('/api/identity/people', { body: invitation, key }),
  )
}

/** What is decided about one person; each a row of its own with its reason. */
export const usePersonDeeds = (id: () => string, etag: Ref<string | undefined>) => ({
  givePost: useAction((post: NewPost) =>
    make<Post>('/api/identity/people/{id}/posts', { path: { id: id() }, body: post, key: newKey() }),
  ),
  endPost: useAction((post: string, to: string | undefined, reason: string | undefined) =>
    make<Post>('/api/identity/posts/{id}/ends', { path: { id: post }, body: { to, reason } }),
  ),
  deactivate: useAction((reason: string | undefined) =>
    make<unknown>('/api/identity/people/{id}/deactivations', {
      path: { id: id() },
      body: { reason },
      match: etag.value,
    }),
  ),
  resetPassword: useAction(() =>
    make<{ oneTimePassword: string }>('/api/identity/people/{id}/passwords', { path: { id: id() } }),
  ),
  inviteAgain: useAction(() =>
    make<Invited>('/api/identity/people/{id}/invitations', { path: { id: id() } }),
  ),
})

export const useDelegations = (post: () => string | undefined) => {
  const list = useQuery(post, (id, signal) =>
    read<Delegation[]>('/api/identity/posts/{id}/delegations', { path: { id }, signal }),
  )
  const grant = useAction(
    (id: string, given: { delegate?: string; from?: string; to?: string; reason?: string }) =>
      make<Delegation>('/api/identity/posts/{id}/delegations', { path: { id }, body: given, key: newKey() }),
  )
  const revoke = useAction((id: string, reason: string | undefined) =>
    make<Delegation>('/api/identity/delegations/{id}/revocations', { path: { id }, body: { reason } }),
  )
  return { list, grant, revoke }
}

export const useSessionsOf = (id: () => string | undefined) => {
  const list = useQuery(id, (person, signal) =>
    read<LoginSession[]>('/api/identity/people/{id}/sessions', { path: { id: person }, signal }),
  )
  const revokeAll = useAction((person: string) =>
    make<{ ended: number }>('/api/identity/people/{id}/sessions/revocations', { path: { id: person } }),
  )
  return { list, revokeAll }
}

export interface Client {
  clientId: string
  name: string
  apiScopes: string[]
  scope: { kind: string; region?: string; operator?: string; organisation?: string }
  createdAt: string
  deactivatedAt?: string | null
}

export const useClients = (view: ReturnType<typeof useView<never>>) =>
  useList<Client>('/api/identity/clients', view)

export const useClientDeeds = () => ({
  create: useAction((client: { clientId: string; name: string; apiScopes: string[]; scope: object }) =>
    make<{ client: Client; secret: string }>('/api/identity/clients', { body: client, key: newKey() }),
  ),
  rotate: useAction((clientId: string) =>
    make<{ secret: string }>('/api/identity/clients/{clientId}/secrets', { path: { clientId } }),
  ),
  deactivate: useAction((clientId: string) =>
    make<unknown>('/api/identity/clients/{clientId}/deactivations', { path: { clientId } }),
  ),
})

export interface Lockout {
  id: string
  /** Whether a name or an address has to wait. */
  kind: string
  name: string
  failures: number
  until: string
}

export const useLockouts = () =>
  useQuery(
    () => 'lockouts',
    async (_key, signal): Promise<ListPage<Lockout>> => {
      const items = await read<Lockout[]>('/api/identity/lockouts', { signal })
      return { items, total: items.length }
    },
  )

export const useUnlock = () =>
  useAction((id: string) => make<unknown>('/api/identity/lockouts/{id}/releases', { path: { id } }))

/** Who could stand in for the holder of a post today. */
export const colleaguesOf = async (post: string, text: string) =>
  (await read<Named[]>('/api/identity/posts/{id}/colleagues', { path: { id: post } }))
    .filter((one) => one.name.includes(text))
    .map((one) => ({ value: one.id, label: one.name }))

export const personName = async (id: string): Promise<string> =>
  (await read<Person>('/api/identity/people/{id}', { path: { id } })).name
