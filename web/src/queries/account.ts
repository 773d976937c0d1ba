import { make, read, remove } from '@/api/rest'
import type { Capacity, Me, Named } from '@/api/types'
import type { Entry } from './audit'
import type { ListPage } from './page'
import { useQuery } from './query'

export interface Provider {
  id: string
  name: string
}
export interface Invited {
  username: string
  name: string
  posts: Capacity[]
}
export interface OwnSession {
  id: string
  method: string
  startedAt: string
  lastUsedAt: string
  address: string
  browser: string
  current: boolean
}
export interface Passkey {
  id: string
  label: string
  createdAt: string
  lastUsedAt?: string
}
export interface Enrolment {
  secret: string
  uri: string
  picture: string
}
export interface ExternalLogin {
  id: string
  provider: string
  subject: string
  linkedAt: string
}
export interface Attempt {
  id: string
  at: string
  method: string
  address: string
  result: 'SUCCESS' | 'REFUSED'
}
interface Standing {
  id: string
  post: string
  delegate: Named
  from: string
  to: string
  open: boolean
}
export interface Own {
  delegated: Standing[]
  capacities: Capacity[]
}

/** The first page of what grows without end; the rest is in the audit trail. */
const LATEST = 10

export const secondStep = (challenge: string, code: string) =>
  make<Me>('/api/identity/session/second-factor', { body: { challenge, code } })
export const prove = (password: string, code: string) =>
  make<unknown>('/api/identity/session/proofs', { body: { password, code: code || undefined } })

export const invited = (token: string) =>
  read<Invited>('/api/identity/invitations/{token}', { path: { token } })
export const accept = (token: string, password: string) =>
  make<Me>('/api/identity/invitations/{token}', { path: { token }, body: { password } })

export const useProviders = () =>
  useQuery(
    () => 'providers',
    (_, signal) => read<Provider[]>('/api/identity/oidc/providers', { signal }),
  )
export const useOwn = () =>
  useQuery(
    () => 'own',
    (_, signal) => read<Own>('/api/identity/me', { signal }),
  )
export const useSecondFactor = () =>
  useQuery(
    () => 'totp',
    (_, signal) =>
      read<{ enrolled: boolean; recoveryCodesLeft: number }>('/api/identity/me/totp', { signal }),
  )
export const startApp = () => make<Enrolment>('/api/identity/me/totp')
export const confirmApp = (code: string) =>
  make<{ recoveryCodes: string[] }>('/api/identity/me/totp/confirmations', { body: { code } })
export const freshCodes = () => make<{ recoveryCodes: string[] }>('/api/identity/me/totp/recovery-codes')
export const removeApp = (password: string, code: string) =>
  make<unknown>('/api/identity/me/totp/removals', { body: { password, code } })

export const usePasskeys = () =>
  useQuery(
    () => 'passkeys',
    (_, signal) => read<Passkey[]>('/api/identity/me/passkeys', { signal }),
  )
export const removePasskey = (id: string) => remove('/api/identity/me/passkeys/{id}', { path: { id } })

export const useSessions = () =>
  useQuery(
    () => 'sessions',
    (_, signal) => read<OwnSession[]>('/api/identity/sessions', { signal }),
  )
export const endSession = (id: string) =>
  make<unknown>('/api/identity/sessions/{id}/revocations', { path: { id } })
export const endOthers = () => make<{ ended: number }>('/api/identity/sessions/revocations')

export const useExternalLogins = () =>
  useQuery(
    () => 'external',
    (_, signal) => read<ExternalLogin[]>('/api/identity/me/external-logins', { signal }),
  )
export const useAttempts = () =>
  useQuery(
    () => 'attempts',
    (_, signal) =>
      read<ListPage<Attempt>>('/api/identity/me/login-attempts', { query: { limit: LATEST }, signal }),
  )
export const useReads = () =>
  useQuery(
    () => 'reads',
    (_, signal) => read<ListPage<Entry>>('/api/audit/mine', { query: { limit: LATEST }, signal }),
  )
