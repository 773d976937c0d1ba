import type { Tone } from '@/shell/StatusTag.vue'

export function toneOfScan(scan: string): Tone {
  switch (scan) {
    case 'CLEAN':
      return 'good'
    case 'INFECTED':
      return 'danger'
    default:
      return 'attention'
  }
}
