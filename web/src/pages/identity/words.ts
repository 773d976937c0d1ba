import type { Named } from '@/api/types'
import { paths } from '@/app/paths'
import type { Invited } from '@/queries/identity'
import type { Tone } from '@/shell/StatusTag.vue'

export function toneOfPerson(status: string): Tone {
  switch (status) {
    case 'ACTIVE':
      return 'good'
    case 'INVITED':
      return 'neutral'
    default:
      return 'off'
  }
}

/** Where a post is: a body or an operator. */
export const placeOf = (post: { organisation?: Named | null; operator?: Named | null }): string =>
  post.organisation?.name ?? post.operator?.name ?? ''

/** What the invited person opens to choose a password. */
export const linkOf = (invited: Invited): string =>
  new URL(`/console${paths.invitation(invited.invitation.token)}`, location.origin).href
