import type { Tone } from '@/shell/StatusTag.vue'

/** Only what is at work is good; closed things are kept for history. */
export function toneOf(status: string): Tone {
  switch (status) {
    case 'ACTIVE':
      return 'good'
    case 'SUSPENDED':
      return 'attention'
    default:
      return 'off'
  }
}
