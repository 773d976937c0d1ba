import { navigation } from '@/app/navigation'
import { pathOf } from '@/app/links'
import { paths } from '@/app/paths'
import type { Permission } from '@/app/session'
import { looksLikeCode } from '@/format/codes'

export interface Hit {
  id: string
  title: string
  detail?: string | null
  kind: string
}
export interface HitGroup {
  kind: string
  label: string
  hits: Hit[]
  more?: boolean
}
export interface Choice {
  title: string
  detail?: string
  to: string
}
export interface Group {
  key: string
  label: string
  choices: Choice[]
  more?: boolean
}

const PAGES_SHOWN = 8

/**
 * What the palette offers: the trace of what looks like a printed code, then what was found, then pages by their name.
 * With nothing typed, the pages alone.
 */
export function choices(
  typed: string,
  found: HitGroup[],
  may: (permission: Permission) => boolean,
  say: (key: string, values?: Record<string, string>) => string,
): Group[] {
  const groups: Group[] = []
  if (looksLikeCode(typed) && may('TRACE_READ'))
    groups.push({
      key: 'code',
      label: say('search.code'),
      choices: [
        { title: say('search.trace', { code: typed }), to: paths.trace(typed) },
        { title: say('search.verify', { code: typed }), to: paths.verification(typed) },
      ],
    })
  for (const group of found) {
    const reachable = group.hits.flatMap((hit) => {
      const to = pathOf(hit.kind, hit.id)
      return to ? [{ title: hit.title, detail: hit.detail ?? undefined, to }] : []
    })
    if (reachable.length)
      groups.push({ key: group.kind, label: group.label, choices: reachable, more: group.more })
  }
  const wanted = typed.toLowerCase()
  const pages = navigation
    .flatMap((group) => group.places)
    .filter((place) => !place.needs || may(place.needs))
    .map((place) => ({ title: say(`nav.${place.name}`), to: place.to }))
    .filter((place) => place.title.toLowerCase().includes(wanted))
    .slice(0, PAGES_SHOWN)
  if (pages.length) groups.push({ key: 'pages', label: say('search.pages'), choices: pages })
  return groups
}
