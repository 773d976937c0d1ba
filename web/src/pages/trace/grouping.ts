import type { Amount, Box, Drawing, Link } from './model'

/** More boxes than this no eye follows and no browser draws quickly (faces.md). */
export const BOXES_MAX = 300
/** In a drawing that is too large, families of this size are one even where a part of them would still fit. */
const FAMILY_SHOWN_MAX = 12

export interface Grouped extends Drawing {
  /** Boxes that stand for several, because all would not fit. */
  grouped: number
  /** Boxes left out even so; the table beside the drawing has them. */
  left: number
}

/**
 * Keeps a drawing within the bound: boxes that are alike (same kind of thing, same day, made of or from the same boxes)
 * become one, the largest such families first; what still does not fit is left out, latest first.
 *
 * @param open families the reader wants to see apart
 */
export function group(drawing: Drawing, open: ReadonlySet<string>, max = BOXES_MAX): Grouped {
  if (drawing.boxes.length <= max) return { ...drawing, grouped: 0, left: 0 }
  const families = new Map<string, Box[]>()
  for (const box of drawing.boxes) {
    const key = family(box)
    if (box.kind !== 'START' && !open.has(key)) families.set(key, [...(families.get(key) ?? []), box])
  }
  const standsFor = new Map<string, Box>()
  let count = drawing.boxes.length
  let grouped = 0
  for (const [key, members] of [...families].sort((a, b) => b[1].length - a[1].length)) {
    if (members.length < 2 || (count <= max && members.length <= FAMILY_SHOWN_MAX)) break
    const one = together(key, members)
    members.forEach((member) => standsFor.set(member.id, one))
    count -= members.length - 1
    grouped += 1
  }
  const boxes = unique(drawing.boxes.map((box) => standsFor.get(box.id) ?? box))
  const drawn = boxes.slice(0, max)
  const ids = new Set(drawn.map((box) => box.id))
  const links = merge(
    drawing.links.map((link) => ({
      ...link,
      from: standsFor.get(link.from)?.id ?? link.from,
      to: standsFor.get(link.to)?.id ?? link.to,
    })),
  ).filter((link) => ids.has(link.from) && ids.has(link.to) && link.from !== link.to)
  return { boxes: drawn, links, grouped, left: boxes.length - drawn.length }
}

function family(box: Box): string {
  return ['family', box.kind, box.form, box.title, box.from.slice(0, 10)].join('|')
}

function together(key: string, members: Box[]): Box {
  const places = new Set(members.map((member) => member.place))
  const first = members[0]!
  return {
    ...first,
    id: key,
    subtitle: '',
    unit: undefined,
    group: undefined,
    place: places.size === 1 ? first.place : key,
    placeName: places.size === 1 ? first.placeName : '',
    places: places.size === 1 ? undefined : places.size,
    to: members
      .map((member) => member.to)
      .sort()
      .at(-1)!,
    events: unique(members.flatMap((member) => member.events)),
    stands: members.length,
  }
}

function merge(links: Link[]): Link[] {
  const merged = new Map<string, Link>()
  for (const link of links) {
    const id = `${link.from}>${link.to}#${link.kind}`
    const known = merged.get(id)
    merged.set(
      id,
      known
        ? { ...known, amount: sum(known.amount, link.amount), stands: known.stands + link.stands }
        : { ...link, id },
    )
  }
  return [...merged.values()]
}

/** Amounts add up only in one unit; otherwise none is better than a wrong one. */
function sum(a: Amount | undefined, b: Amount | undefined): Amount | undefined {
  return a && b && a.unit === b.unit ? { value: a.value + b.value, unit: a.unit } : undefined
}

const unique = <T>(all: T[]): T[] => [...new Set(all)]
