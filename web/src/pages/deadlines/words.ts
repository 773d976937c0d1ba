import type { Tone } from '@/shell/StatusTag.vue'

/** A draft waits for somebody; what was decided does not. */
export function toneOfDraft(state: string): Tone {
  switch (state) {
    case 'APPROVED':
      return 'good'
    case 'DRAFT':
      return 'attention'
    default:
      return 'off'
  }
}
