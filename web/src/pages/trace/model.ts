/**
 * What a trace looks like when it is drawn: boxes are units staying at a place, links are what moved, was packed or was
 * made into something else. Pure: the page gives names and words, the drawing gives colours.
 */
export interface Amount {
  value: number
  unit?: string
}

export type Form = 'item' | 'lot' | 'package' | 'other'

/** Units with the same history. */
export interface Group {
  id: string
  kind: 'START' | 'REACHED' | 'CARRIER'
  form: Form
  title: string
  /** What tells it from others of the same title: the lot or package number, or how many items. */
  subtitle: string
  unit?: string
}

export interface Happening {
  id: string
  time: string
  what: string
  place?: { uri: string; name: string }
}

export interface Part {
  group: string
  event: string
  role: string
  amount?: Amount
}

export interface Packing {
  child: string
  parent: string
  units: number
  from: string
  to?: string
}

export interface Story {
  groups: Group[]
  happenings: Happening[]
  parts: Part[]
  packings: Packing[]
}

export interface Box {
  id: string
  kind: Group['kind'] | 'PROCESS'
  form: Form | 'process'
  title: string
  subtitle: string
  /** Empty when no event says where. */
  place: string
  placeName: string
  from: string
  to: string
  events: string[]
  group?: string
  unit?: string
  /** How many boxes this one stands for, when more than fit were drawn as one. */
  stands: number
}

export interface Link {
  id: string
  from: string
  to: string
  kind: 'moved' | 'packed' | 'unpacked' | 'used' | 'made'
  amount?: Amount
  /** How many links this one stands for. */
  stands: number
}

export interface Drawing {
  boxes: Box[]
  links: Link[]
}

const NOWHERE = ''

/** Turns groups and events into stays and what connects them. */
export function draw(story: Story): Drawing {
  const happenings = new Map(story.happenings.map((happening) => [happening.id, happening]))
  const processes = transformations(story)
  const boxes = new Map<string, Box[]>(
    story.groups.map((group) => [group.id, stays(group, story, happenings)]),
  )
  for (const packing of [...story.packings].sort(byFrom)) settle(packing, boxes, story)
  for (const packing of [...story.packings].sort(byEnd)) takeOut(packing, boxes, story)
  const links = [
    ...story.groups.flatMap((group) => moves(group, boxes, story)),
    ...story.packings.flatMap((packing) => packed(packing, boxes)),
    ...processes.flatMap((event) => used(event, story, boxes, happenings)),
    ...story.parts
      .filter((part) => part.role === 'LOT_OF_ITEMS')
      .flatMap((lot) => itemsOf(lot, story, boxes)),
  ]
  const all = [...[...boxes.values()].flat(), ...processes.map((event) => process(happenings.get(event)!))]
  return { boxes: all.sort((a, b) => a.from.localeCompare(b.from)), links: dropDoubles(links) }
}

function byFrom(a: { from: string }, b: { from: string }): number {
  return a.from.localeCompare(b.from)
}

function byEnd(a: Packing, b: Packing): number {
  return (a.to ?? '9').localeCompare(b.to ?? '9')
}

function transformations(story: Story): string[] {
  const roles = (role: string) =>
    new Set(story.parts.filter((part) => part.role === role).map((part) => part.event))
  const inputs = roles('INPUT')
  const outputs = roles('OUTPUT')
  return story.happenings.map((happening) => happening.id).filter((id) => inputs.has(id) || outputs.has(id))
}

function process(happening: Happening): Box {
  return {
    id: `event:${happening.id}`,
    kind: 'PROCESS',
    form: 'process',
    title: happening.what,
    subtitle: '',
    place: happening.place?.uri ?? NOWHERE,
    placeName: happening.place?.name ?? '',
    from: happening.time,
    to: happening.time,
    events: [happening.id],
    stands: 1,
  }
}

/** A group's events in order, cut where the place changes; an event without a place happened where the last one did. */
function stays(group: Group, story: Story, happenings: Map<string, Happening>): Box[] {
  const own = story.parts
    .filter((part) => part.group === group.id)
    .map((part) => happenings.get(part.event))
    .filter((happening): happening is Happening => happening !== undefined)
    .sort((a, b) => a.time.localeCompare(b.time))
  const boxes: Box[] = []
  for (const happening of own) {
    const last = boxes.at(-1)
    if (last && (!happening.place || happening.place.uri === last.place)) {
      last.to = happening.time
      if (!last.events.includes(happening.id)) last.events.push(happening.id)
    } else {
      boxes.push(stay(group, boxes.length, happening.time, happening.place, [happening.id]))
    }
  }
  return boxes
}

function stay(
  group: Group,
  index: number,
  time: string,
  place: { uri: string; name: string } | undefined,
  events: string[],
): Box {
  return {
    id: `${group.id}:${index}`,
    kind: group.kind,
    form: group.form,
    title: group.title,
    subtitle: group.subtitle,
    place: place?.uri ?? NOWHERE,
    placeName: place?.name ?? '',
    from: time,
    to: time,
    events,
    group: group.id,
    unit: group.unit,
    stands: 1,
  }
}

/** Packing is no event of the graph, so a package that was only packed and shipped stands first where its content stood. */
function settle(packing: Packing, boxes: Map<string, Box[]>, story: Story): void {
  const child = boxes.get(packing.child)
  const parent = boxes.get(packing.parent)
  const group = story.groups.find((candidate) => candidate.id === packing.parent)
  if (!child || !parent || !group) return
  const content = at(child, packing.from)
  const first = parent[0]
  const place = content?.place ? { uri: content.place, name: content.placeName } : undefined
  if (first && (first.from <= packing.from || first.place === (place?.uri ?? first.place))) {
    if (first.from > packing.from) first.from = packing.from
    return
  }
  parent.unshift({ ...stay(group, 0, packing.from, place, []), id: `${group.id}:packed` })
}

/** What was taken out and has not been heard of since stands where its package stood. */
function takeOut(packing: Packing, boxes: Map<string, Box[]>, story: Story): void {
  const child = boxes.get(packing.child)
  const group = story.groups.find((candidate) => candidate.id === packing.child)
  const out = packing.to
  if (!child || !group || !out || child.some((box) => box.from >= out)) return
  const carrier = at(boxes.get(packing.parent) ?? [], out)
  if (!carrier?.place || carrier.place === child.at(-1)?.place) return
  child.push({
    ...stay(group, child.length, out, { uri: carrier.place, name: carrier.placeName }, []),
    id: `${group.id}:out${child.length}`,
  })
}

/** Where a group stood at a time: the last stay that had begun. */
function at(stays: Box[], time: string): Box | undefined {
  return stays.findLast((box) => box.from <= time) ?? stays[0]
}

/** From stay to stay; where a package carried the group, from the package's last stay instead. */
function moves(group: Group, boxes: Map<string, Box[]>, story: Story): Link[] {
  const own = boxes.get(group.id) ?? []
  return own.slice(1).flatMap((next, index): Link[] => {
    const before = own[index]!
    const inside = story.packings.filter(
      (packing) => packing.child === group.id && packing.from >= before.from && packing.from <= next.from,
    )
    if (inside.length === 0) return [link(before, next, 'moved', amountAt(next, story))]
    return inside.flatMap((packing) => {
      const carrier = at(boxes.get(packing.parent) ?? [], next.from)
      return carrier ? [link(carrier, next, 'unpacked', pieces(packing))] : []
    })
  })
}

function amountAt(box: Box, story: Story): Amount | undefined {
  return story.parts.find(
    (part) => part.group === box.group && box.events.includes(part.event) && part.amount,
  )?.amount
}

function packed(packing: Packing, boxes: Map<string, Box[]>): Link[] {
  const from = at(boxes.get(packing.child) ?? [], packing.from)
  const to = at(boxes.get(packing.parent) ?? [], packing.from)
  return from && to ? [link(from, to, 'packed', pieces(packing))] : []
}

function pieces(packing: Packing): Amount {
  return { value: packing.units }
}

function used(
  event: string,
  story: Story,
  boxes: Map<string, Box[]>,
  happenings: Map<string, Happening>,
): Link[] {
  const own = process(happenings.get(event)!)
  return story.parts
    .filter((part) => part.event === event)
    .flatMap((part) => {
      const box = (boxes.get(part.group) ?? []).find((candidate) => candidate.events.includes(event))
      if (!box) return []
      if (part.role === 'INPUT') return [link(box, own, 'used', part.amount)]
      if (part.role === 'OUTPUT') return [link(own, box, 'made', part.amount)]
      return []
    })
}

/** Items get their lot when they are commissioned (ILMD): the lot leads to them. */
function itemsOf(lot: Part, story: Story, boxes: Map<string, Box[]>): Link[] {
  const boxAt = (group: string) => (boxes.get(group) ?? []).find((box) => box.events.includes(lot.event))
  const from = boxAt(lot.group)
  if (!from) return []
  return story.parts
    .filter((part) => part.event === lot.event && part.role === 'EPC')
    .flatMap((part) => {
      const to = boxAt(part.group)
      return to ? [link(from, to, 'made', part.amount)] : []
    })
}

function link(from: Box, to: Box, kind: Link['kind'], amount?: Amount): Link {
  return { id: `${from.id}>${to.id}`, from: from.id, to: to.id, kind, amount, stands: 1 }
}

function dropDoubles(links: Link[]): Link[] {
  const kept = new Map<string, Link>()
  for (const one of links) {
    if (one.from === one.to) continue
    const known = kept.get(one.id)
    if (!known) kept.set(one.id, one)
    else if (known.kind !== one.kind)
      kept.set(`${one.id}#${one.kind}`, { ...one, id: `${one.id}#${one.kind}` })
  }
  return [...kept.values()]
}
