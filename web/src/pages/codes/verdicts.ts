import type { Verification } from '@/api/types'
import type { Tone } from '@/shell/StatusTag.vue'

type VerdictCode = Verification['verdict']['code']

/** How a verdict looks; its words come from the API. */
export function toneOfVerdict(code: VerdictCode): Tone {
  switch (code) {
    case 'GENUINE':
      return 'good'
    case 'RECORDED':
      return 'neutral'
    case 'ALREADY_SOLD':
    case 'NOT_YET_COMMISSIONED':
    case 'SUSPICIOUS':
    case 'MALFORMED':
      return 'attention'
    case 'NOT_ISSUED_HERE':
    case 'WITHDRAWN':
      return 'danger'
  }
}
