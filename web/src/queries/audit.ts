import type { Coded } from '@/api/types'
import { useList } from './list'
import type { useView } from './view'

/** One line of the trail: what was decided or read, by whom, in which capacity, about what, why. */
export interface Entry {
  id: string
  at: string
  type: 'DECISION' | 'READ'
  action: Coded
  actor: {
    id: string
    name: string
    capacity?: {
      organisationName?: string | null
      title: string
      role: string
      behalfOf?: string | null
    } | null
  }
  subject: { kind: string; id: string; name: string }
  reason?: string | null
  legalBasis?: string | null
  facts: Record<string, string>
  requestId?: string | null
  sourceAddress?: string | null
  client?: string | null
}

export const auditFilters = [
  'from',
  'to',
  'type',
  'action',
  'actor',
  'kind',
  'subject',
  'person',
  'operator',
  'region',
] as const

export const useEntries = (view: ReturnType<typeof useView<(typeof auditFilters)[number]>>) =>
  useList<Entry>('/api/audit/entries', view, undefined, '/api/audit/entries/exports')
