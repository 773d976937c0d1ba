import { api, ask } from '@/api/client'
import { useQuery } from './query'

export const directions = ['both', 'backward', 'forward'] as const
export type Direction = (typeof directions)[number]

export interface TraceQuestion {
  unit: string
  direction: Direction
}

export const useTrace = (question: () => TraceQuestion | undefined) =>
  useQuery(question, (query, signal) => ask(api.GET('/api/trace', { params: { query }, signal })))

export const useTimeline = (unit: () => string | undefined) =>
  useQuery(unit, (key, signal) =>
    ask(api.GET('/api/trace/timeline', { params: { query: { unit: key } }, signal })),
  )
