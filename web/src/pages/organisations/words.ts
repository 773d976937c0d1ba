import type { Tone } from '@/shell/StatusTag.vue'

/** Levels of bodies, from the top. */
export const levels = ['STATE', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'] as const

export function toneOfOrganisation(status: string): Tone {
  switch (status) {
    case 'ACTIVE':
      return 'good'
    case 'PLANNED':
      return 'neutral'
    default:
      return 'off'
  }
}
