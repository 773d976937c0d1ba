import { computed, reactive } from 'vue'
import { dayOf } from '@/format/dates'
import { t } from '@/i18n'
import { useRoles, type NewPost } from '@/queries/identity'

/** The fields of a post, wherever one is given: with an invitation, or to somebody who is here already. */
export function usePostFields(organisation = '') {
  const roles = useRoles()
  const post = reactive({
    place: 'ORGANISATION' as 'ORGANISATION' | 'OPERATOR',
    organisation,
    operator: '',
    title: '',
    role: '',
    from: dayOf(new Date()),
    to: '',
    reason: '',
  })
  /** A role says of which places its posts may be. */
  const roleOptions = computed(() =>
    (roles.data.value ?? [])
      .filter((role) => role.assignableTo.includes('operator') === (post.place === 'OPERATOR'))
      .map((role) => ({ value: role.code, label: role.name })),
  )
  const labels = computed(() => ({
    place: t('person.place'),
    organisation: t('person.organisation'),
    operator: t('person.operator'),
    title: t('person.postTitle'),
    role: t('person.role'),
    from: t('person.from'),
    to: t('person.to'),
    reason: t('person.reason'),
  }))
  const text = (value: string) => value.trim() || undefined
  const asked = computed<NewPost>(() => ({
    organisation: post.place === 'ORGANISATION' ? text(post.organisation) : undefined,
    operator: post.place === 'OPERATOR' ? text(post.operator) : undefined,
    title: text(post.title),
    role: text(post.role),
    from: text(post.from),
    to: text(post.to),
    reason: text(post.reason),
  }))
  return { post, roleOptions, labels, asked }
}
