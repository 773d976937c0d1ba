import { api, ask } from '@/api/client'
import { Problem } from '@/api/problem'
import { make } from '@/api/rest'
import type { BatchView, Coded, NewBatch, Parameter, Signal } from '@/api/types'
import type { AllowedAction } from '@/shell/ActionList.vue'
import type { Ref } from 'vue'
import { useDetail } from './detail'
import { useList } from './list'
import { useAction, useQuery } from './query'
import type { useView } from './view'

type View<F extends string> = ReturnType<typeof useView<F>>

export const batchFilters = ['productId', 'from', 'to'] as const satisfies Parameter<'/api/codes/batches'>[]
export const signalFilters = ['kind', 'open'] as const satisfies Parameter<'/api/codes/signals'>[]

/** One document of labels may hold this many (server limit `LABELS_MAX`). */
export const LABELS_MAX = 4_800

const asked = (query: object) => query as never

export const useBatches = (view: View<(typeof batchFilters)[number]>) =>
  useList<BatchView>('/api/codes/batches', view)

export const useBatch = (id: () => string | undefined) =>
  useQuery(id, (key, signal) =>
    ask(api.GET('/api/codes/batches/{id}', { params: { path: { id: key } }, signal })),
  )

export const useIssue = () =>
  useAction((order: NewBatch, key: string) =>
    ask(api.POST('/api/codes/batches', { body: order, headers: { 'Idempotency-Key': key } })),
  )

/** Part of a batch: how many to leave out at the start, how many to take. */
export interface Range {
  from: number
  count: number
}

/** The address of the codes as CSV: the browser streams it to disk, however long it is. */
export const codesAddress = (batch: string, range: Range): string =>
  `/api/codes/batches/${encodeURIComponent(batch)}/codes?from=${range.from}&count=${range.count}`

export type LabelTemplate = 'A4_3X8' | 'A4_4X10'

/** Labels as PDF, in memory because a refusal must be shown and a document is bounded. */
export const useLabels = () =>
  useAction(async (batch: string, range: Range, template: LabelTemplate) => {
    const address = `/api/codes/batches/${encodeURIComponent(batch)}/labels?from=${range.from}&count=${range.count}&template=${template}`
    const answer = await fetch(address, { headers: { Accept: 'application/pdf, application/problem+json' } })
    if (!answer.ok) throw Problem.of(await answer.json().catch(() => undefined), answer)
    return answer.blob()
  })

export const useKeys = () =>
  useQuery(
    () => 'keys',
    (_key, signal) => ask(api.GET('/api/codes/keys', { signal })),
  )

export const useRotateKeys = () => useAction(() => ask(api.POST('/api/codes/keys')))

export const useSignals = (view: View<(typeof signalFilters)[number]>) =>
  useList<Signal>('/api/codes/signals', view)

export interface SignalDetail {
  signal: Signal
  assessment?: { conclusion: Coded; reason: string; by: string; at: string } | null
  history: { at: string; what: Coded; by?: string | null }[]
  allowedActions: AllowedAction[]
}

export const useSignal = (id: () => string | undefined) =>
  useDetail<SignalDetail>('/api/codes/signals/{id}', id)

export const useAssess = (id: () => string, etag: Ref<string | undefined>) =>
  useAction((conclusion: 'CONFIRMED' | 'HARMLESS', reason: string) =>
    make<unknown>('/api/codes/signals/{id}/assessments', {
      path: { id: id() },
      body: { conclusion, reason },
      match: etag.value,
    }),
  )

export const useVerify = () =>
  useAction((code: string) => ask(api.POST('/api/codes/verifications', { body: { code, channel: 'WEB' } })))

export const useChecks = (unit: () => string | undefined) =>
  useQuery(
    () => {
      const asking = unit()
      return asking ? { unit: asking, limit: 20 } : undefined
    },
    (query, signal) => ask(api.GET('/api/codes/verifications', { params: { query: asked(query) }, signal })),
  )
