import type { Ref } from 'vue'
import { newKey } from '@/api/idempotency'
import { make, read } from '@/api/rest'
import type { Coded } from '@/api/types'
import type { AllowedAction } from '@/shell/ActionList.vue'
import { useDetail } from './detail'
import { useList } from './list'
import type { ListPage } from './page'
import { useAction, useQuery } from './query'
import type { useView } from './view'

export const buckets = ['OVERDUE', 'TODAY', 'WEEK', 'LATER'] as const
export type Bucket = (typeof buckets)[number]

export interface Task {
  id: string
  kind: string
  title: string
  subject: { kind: string; id: string; title: string }
  state: Coded
  priority: 'NORMAL' | 'URGENT'
  bucket?: Bucket | null
  due?: string | null
  dueProvisional: boolean
  dueWhy?: string | null
  office?: { id: string; name?: string | null } | null
  owner?: { post: string; person: string; name: string; title: string; mine: boolean } | null
  openedAt: string
  closedAt?: string | null
  history?: {
    at: string
    what: Coded
    by?: string | null
    capacity?: string | null
    to?: string | null
    reason?: string | null
  }[]
  allowedActions?: (AllowedAction & { label: string })[]
}

export interface TaskCounts {
  overdue: number
  today: number
  week: number
  later: number
  truncated: boolean
}

const TASKS = '/api/desk/tasks'
/** Tasks shown of each group on the first page; the rest is one click away. */
const GLANCE = 6

export const taskFilters = ['assignee', 'bucket', 'state'] as const

export const useTasks = (view: ReturnType<typeof useView<(typeof taskFilters)[number]>>) =>
  useList<Task>(TASKS, view)

/** Whose tasks the first page shows. */
export type Whose = 'me' | 'organisation' | 'nobody'

export const useTaskCounts = (whose: () => Whose | undefined) =>
  useQuery(whose, (assignee, signal) =>
    read<TaskCounts>('/api/desk/tasks/counts', { query: { assignee }, signal }),
  )

/** The first tasks of one group. */
export const useBucket = (bucket: () => Bucket, whose: () => Whose | undefined) =>
  useQuery(
    () => {
      const assignee = whose()
      return assignee && { assignee, bucket: bucket(), limit: GLANCE }
    },
    (query, signal) => read<ListPage<Task>>('/api/desk/tasks', { query, signal }),
  )

export const useTask = (id: () => string | undefined) => useDetail<Task>(`${TASKS}/{id}`, id)

export const useTaskDeeds = (id: () => string, etag: Ref<string | undefined>) => {
  const asking = (body?: object) => ({ path: { id: id() }, body, match: etag.value, key: newKey() })
  return {
    take: useAction(() => make<Task>('/api/desk/tasks/{id}/takings', asking())),
    handBack: useAction((reason: string) => make<Task>('/api/desk/tasks/{id}/returns', asking({ reason }))),
    assign: useAction((to: { post?: string; organisation?: string }, reason?: string) =>
      make<Task>('/api/desk/tasks/{id}/assignments', asking({ ...to, reason })),
    ),
    complete: useAction((note?: string) => make<Task>('/api/desk/tasks/{id}/completions', asking({ note }))),
    cancel: useAction((reason: string) =>
      make<Task>('/api/desk/tasks/{id}/cancellations', asking({ reason })),
    ),
  }
}

interface Assignees {
  people: { post: string; name: string; title: string; organisation: { name: string } }[]
  organisations: { id: string; name: string }[]
}

/** Who may get a task, or something to do about a thing: offices first, then people. */
export async function findAssignees(
  about: { task: string } | { subjectKind: string; subjectId: string },
  text: string,
) {
  const found = await read<Assignees>('/api/desk/assignees', { query: { ...about, q: text || undefined } })
  return [
    ...found.organisations.map((one) => ({ value: `organisation ${one.id}`, label: one.name })),
    ...found.people.map((one) => ({
      value: `post ${one.post}`,
      label: one.name,
      hint: `${one.organisation.name} ${one.title}`,
    })),
  ]
}

/** The choice of a picker of {@link findAssignees} as the API takes it. */
export function assigneeOf(choice: string): { post?: string; organisation?: string } {
  const [kind, id] = choice.split(' ')
  return kind && id ? { [kind]: id } : {}
}

export interface Instruction {
  subject: { kind: string; id: string }
  text: string
  post?: string
  organisation?: string
  due?: string
  priority?: string
}

export const useInstruct = () => {
  const key = newKey()
  return useAction((instruction: Instruction) => make<Task>(TASKS, { body: instruction, key }))
}
