import { paths } from './paths'

/** The page of a thing that a search, a task, a notice or the audit trail names by kind and id. */
const pages: Record<string, (id: string) => string> = {
  product: paths.product,
  operator: paths.operator,
  site: paths.site,
  batch: paths.batch,
  signal: paths.signal,
  event: paths.event,
  unit: paths.trace,
  organisation: paths.organisation,
  person: paths.person,
  client: () => paths.clients(),
  role: () => paths.roles(),
  task: paths.task,
  calendar: () => paths.calendar(),
  rule: paths.rule,
  file: paths.file,
}

export const pathOf = (kind: string, id: string): string | undefined => pages[kind.toLowerCase()]?.(id)
