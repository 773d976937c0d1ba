import type { Signal } from '@/api/types'

/** What a signal stands on, read out of the members that its kind has. */
export type Evidence =
  | { kind: 'apart'; from: string; to: string; kilometres: number; minutes: number }
  | { kind: 'often'; sources: number; hours: number }
  | { kind: 'codes'; codes: string[] }
  | { kind: 'source'; channel: string }
  | { kind: 'none' }

export function evidenceOf({ evidence }: Pick<Signal, 'evidence'>): Evidence {
  if (evidence.reason === 'TOO_FAR_APART')
    return {
      kind: 'apart',
      from: String(evidence.from),
      to: String(evidence.to),
      kilometres: Number(evidence.kilometres),
      minutes: Number(evidence.minutes),
    }
  if (evidence.reason === 'TOO_OFTEN')
    return { kind: 'often', sources: Number(evidence.sources), hours: Number(evidence.windowHours) }
  if (Array.isArray(evidence.codes)) return { kind: 'codes', codes: evidence.codes.map(String) }
  if (typeof evidence.channel === 'string') return { kind: 'source', channel: evidence.channel }
  return { kind: 'none' }
}
