import type { Ref } from 'vue'
import { newKey } from '@/api/idempotency'
import { make, read } from '@/api/rest'
import type { Coded } from '@/api/types'
import type { AllowedAction } from '@/shell/ActionList.vue'
import { useDetail } from './detail'
import { useList } from './list'
import type { ListPage } from './page'
import { useAction, useQuery } from './query'
import type { useView } from './view'

export interface Signature {
  name: string
  at: string
  reason?: string | null
}

export interface CalendarDay {
  date: string
  works: boolean
  reason: string
  provisional: boolean
}

/** One year's table: the notice it was taken from, and how far it has come. */
export interface CalendarTable {
  id: string
  notice: number
  source: string
  state: Coded
  edition?: number | null
  dayCount: number
  workingDays?: number | null
  days?: { date: string; kind: Coded; name: string }[] | null
  drafted: Signature
  decided?: Signature | null
  allowedActions?: AllowedAction[] | null
}

export interface Rule {
  id: string
  code: string
  name: string
  nameZh: string
  nameEn: string
  begins: string
  beginsZh: string
  beginsEn: string
  unit: Coded
  amount: number
  shift: Coded
  limit: string
  rungs: Coded[]
  validFrom: string
  validTo?: string | null
  citation: string
  evidence: Coded
  mayRefuse: boolean
  note?: string | null
  state: Coded
  drafted: Signature
  decided?: Signature | null
  allowedActions?: AllowedAction[] | null
}

export interface Calculated {
  limit: string
  due?: { day: string; at: string; provisional: boolean; text: string } | null
  remaining?: { overdue: boolean; text: string } | null
  unspent?: number | null
  explanation: {
    date: string
    standing: Coded
    counted: number
    text: string
    last: boolean
    provisional: boolean
  }[]
  truncated: boolean
}

export const useYear = (year: () => number) =>
  useQuery(year, (asked, signal) =>
    read<{ edition: string; workingDays: number; days: CalendarDay[] }>('/api/deadlines/calendars/days', {
      query: { from: `${asked}-01-01`, to: `${asked}-12-31` },
      signal,
    }),
  )

export const useTables = (notice: () => number) =>
  useQuery(notice, (asked, signal) =>
    read<ListPage<CalendarTable>>('/api/deadlines/calendars', { query: { notice: asked }, signal }),
  )

export const useTable = (id: () => string | undefined) =>
  useDetail<CalendarTable>('/api/deadlines/calendars/{id}', id)

export const useImportTables = () =>
  useAction((source: string, lines: string) =>
    make<{ items: CalendarTable[] }>('/api/deadlines/calendars/imports', {
      query: { source },
      body: lines,
      type: 'text/csv',
    }),
  )

/** Approving or rejecting a draft of the kind: two people for one rule (R3.87). */
export const useDecision = (kind: 'calendars' | 'rules', id: () => string, etag: Ref<string | undefined>) =>
  useAction((approved: boolean, reason: string | undefined) => {
    const asking = { path: { id: id() }, body: { reason }, match: etag.value }
    if (kind === 'rules')
      return approved
        ? make<object>('/api/deadlines/rules/{id}/approvals', asking)
        : make<object>('/api/deadlines/rules/{id}/rejections', asking)
    return approved
      ? make<object>('/api/deadlines/calendars/{id}/approvals', asking)
      : make<object>('/api/deadlines/calendars/{id}/rejections', asking)
  })

export const ruleFilters = ['q', 'code', 'state', 'at'] as const

export const useRules = (view: ReturnType<typeof useView<(typeof ruleFilters)[number]>>) =>
  useList<Rule>('/api/deadlines/rules', view)

export const useRule = (id: () => string | undefined) => useDetail<Rule>('/api/deadlines/rules/{id}', id)

/** Every version of one rule. */
export const useVersions = (code: () => string | undefined) =>
  useQuery(code, (asked, signal) =>
    read<ListPage<Rule>>('/api/deadlines/rules', { query: { code: asked }, signal }),
  )

/** Rules in force on a day, for a picker. */
export const useRulesOn = (day: () => string) =>
  useQuery(day, (at, signal) =>
    read<ListPage<Rule>>('/api/deadlines/rules', { query: { at, limit: 500 }, signal }),
  )

export interface RuleDraft {
  code?: string
  nameZh?: string
  nameEn?: string
  beginsZh?: string
  beginsEn?: string
  unit?: string
  amount?: number
  shift?: string
  rungs: string[]
  validFrom?: string
  validTo?: string
  citation?: string
  evidence?: string
  note?: string
}

export const useDraftRule = () => {
  const key = newKey()
  return useAction((draft: RuleDraft) => make<Rule>('/api/deadlines/rules', { body: draft, key }))
}

export interface Calculation {
  rule?: string
  budget?: { unit: string; amount: number }
  start: string
  suspensions: { from: string; to?: string; reason?: string }[]
}

export const useCalculate = () =>
  useAction((wanted: Calculation) => make<Calculated>('/api/deadlines/calculations', { body: wanted }))
