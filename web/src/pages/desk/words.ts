import type { Bucket } from '@/queries/desk'
import type { Tone } from '@/shell/StatusTag.vue'

export function toneOfBucket(bucket: Bucket): Tone {
  switch (bucket) {
    case 'OVERDUE':
      return 'danger'
    case 'TODAY':
      return 'attention'
    case 'WEEK':
      return 'neutral'
    case 'LATER':
      return 'off'
  }
}

export function toneOfTask(state: string): Tone {
  switch (state) {
    case 'OPEN':
      return 'attention'
    case 'TAKEN':
      return 'neutral'
    case 'DONE':
      return 'good'
    default:
      return 'off'
  }
}
