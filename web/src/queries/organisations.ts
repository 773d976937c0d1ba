import type { Ref } from 'vue'
import { newKey } from '@/api/idempotency'
import { make, read } from '@/api/rest'
import type { Coded, Named } from '@/api/types'
import type { AllowedAction } from '@/shell/ActionList.vue'
import { useDetail } from './detail'
import { useList } from './list'
import type { ListPage } from './page'
import { useAction, useQuery } from './query'
import type { useView } from './view'

export interface Organisation {
  id: string
  name: string
  shortName?: string | null
  type: Coded
  level?: Coded | null
  region: Coded
  parent?: Named | null
  code?: string | null
  validFrom: string
  validTo?: string | null
  status: string
  statusLabel: string
  successor?: Named | null
  allowedActions?: AllowedAction[]
}

/** What happened to an organisation, and what it was called and where it stood in between. */
export interface OrganisationHistory {
  decisions: {
    number: number
    label: string
    story: string
    from: string
    decidedAt: string
    decidedBy: string
    capacity?: string | null
    reason: string
    legalBasis?: string | null
  }[]
  periods: {
    from: string
    to?: string | null
    name: string
    type: Coded
    level?: Coded | null
    region: Coded
    parent?: Named | null
  }[]
}

export interface OrganisationType extends Coded {
  authority: boolean
  /** Whether its bodies belong to one of the five levels. */
  levelled: boolean
}

const ALL = '/api/organisations/organisations'
const CHILDREN_MAX = 500

export const organisationFilters = ['q', 'type', 'level', 'region', 'within', 'status', 'at', 'sort'] as const

export const useOrganisations = (view: ReturnType<typeof useView<(typeof organisationFilters)[number]>>) =>
  useList<Organisation>(ALL, view, undefined, '/api/organisations/organisations/exports')

export const useOrganisation = (
  id: () => string | undefined,
  at: () => string | undefined = () => undefined,
) => useDetail<Organisation>(`${ALL}/{id}`, id, () => ({ at: at() }))

export const useOrganisationHistory = (id: () => string) =>
  useQuery(id, (key, signal) =>
    read<OrganisationHistory>('/api/organisations/organisations/{id}/history', { path: { id: key }, signal }),
  )

export const useOrganisationTypes = () =>
  useQuery(
    () => 'types',
    (_key, signal) => read<OrganisationType[]>('/api/organisations/types', { signal }),
  )

/** Those directly below; without a parent, those that nothing stands above within the reader's area. */
export const childrenOf = async (parent?: string): Promise<Organisation[]> =>
  (await read<ListPage<Organisation>>('/api/organisations/tree', { query: { parent, limit: CHILDREN_MAX } }))
    .items

export const findOrganisations = async (text: string) =>
  (await read<ListPage<Organisation>>(ALL, { query: { q: text || undefined, limit: 20 } })).items.map(
    (one) => ({
      value: one.id,
      label: one.name,
      hint: one.region.name,
    }),
  )

export const organisationName = async (id: string): Promise<string> =>
  (await read<Organisation>('/api/organisations/organisations/{id}', { path: { id } })).name

export interface Founding {
  name?: string
  shortName?: string
  type?: string
  level?: string
  region?: string
  parent?: string
  code?: string
  from?: string
  reason?: string
  legalBasis?: string
}

export const useFound = () => {
  const key = newKey()
  return useAction((founding: Founding) => make<Organisation>(ALL, { body: founding, key }))
}

/** A change of an organisation is a row of its own: what, from when, why and on which legal basis. */
export type Change = 'names' | 'moves' | 'types' | 'mergers' | 'closures'

export const useChange = (id: () => string, etag: Ref<string | undefined>) => {
  const key = newKey()
  return useAction((change: Change, body: Record<string, string | undefined>) => {
    const asking = { path: { id: id() }, body, key, match: etag.value }
    switch (change) {
      case 'names':
        return make<Organisation>('/api/organisations/organisations/{id}/names', asking)
      case 'moves':
        return make<Organisation>('/api/organisations/organisations/{id}/moves', asking)
      case 'types':
        return make<Organisation>('/api/organisations/organisations/{id}/types', asking)
      case 'mergers':
        return make<Organisation>('/api/organisations/organisations/{id}/mergers', asking)
      case 'closures':
        return make<Organisation>('/api/organisations/organisations/{id}/closures', asking)
    }
  })
}
