import { ZONE } from '@/format/dates'
import type { Box, Drawing } from './model'

export const BOX = { width: 176, height: 56, gapX: 72, gapY: 16, laneGap: 24, laneHead: 168 }

export interface Lane {
  place: string
  name: string
  /** Set when the lane stands for several places. */
  places?: number
  top: number
  height: number
}

export interface Day {
  day: string
  left: number
  width: number
}

export interface Layout {
  /** Centres of the boxes. */
  at: Map<string, { x: number; y: number }>
  lanes: Lane[]
  days: Day[]
  width: number
  height: number
}

const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })

/**
 * Time goes right, one lane a place. Days take columns of their own, in order; within a day a box stands right of what
 * leads to it. Lanes stand in the order in which anything first happened there, and grow where several boxes meet.
 */
export function layout({ boxes, links }: Drawing): Layout {
  const columns = columnsOf(boxes, links)
  const lanes = new Map<string, Box[]>()
  for (const box of boxes) lanes.set(box.place, [...(lanes.get(box.place) ?? []), box])

  const at = new Map<string, { x: number; y: number }>()
  const placed: Lane[] = []
  let top = 0
  for (const [place, members] of lanes) {
    const taken = new Map<number, number>()
    for (const box of members) {
      const column = columns.get(box.id)!
      const row = taken.get(column) ?? 0
      taken.set(column, row + 1)
      at.set(box.id, { x: xOf(column), y: top + BOX.gapY + row * (BOX.height + BOX.gapY) + BOX.height / 2 })
    }
    const rows = Math.max(...taken.values())
    const height = BOX.gapY + rows * (BOX.height + BOX.gapY)
    placed.push({ place, name: members[0]!.placeName, places: members[0]!.places, top, height })
    top += height + BOX.laneGap
  }
  return {
    at,
    lanes: placed,
    days: daysOf(boxes, columns),
    width: widthOf(columns),
    height: Math.max(0, top - BOX.laneGap),
  }
}

function columnsOf(boxes: Box[], links: Drawing['links']): Map<string, number> {
  const before = new Map<string, string[]>()
  for (const link of links) before.set(link.to, [...(before.get(link.to) ?? []), link.from])
  const columns = new Map<string, number>()
  const inTime = [...boxes].sort((a, b) => a.from.localeCompare(b.from))
  let today = ''
  let dayStart = 0
  let next = 0
  const place = (box: Box): void => {
    const right = Math.max(-1, ...(before.get(box.id) ?? []).map((id) => columns.get(id) ?? -1))
    const column = Math.max(dayStart, right + 1)
    columns.set(box.id, column)
    next = Math.max(next, column + 1)
  }
  for (const [index, box] of inTime.entries()) {
    const day = dayOf.format(new Date(box.from))
    if (day !== today) {
      today = day
      dayStart = next
    }
    // Boxes that begin at one moment have no order in time; those that lead to others go first.
    const same = inTime.slice(index).filter((other) => other.from === box.from && !columns.has(other.id))
    for (const one of leadersFirst(same, before)) place(one)
  }
  return columns
}

function leadersFirst(boxes: Box[], before: Map<string, string[]>): Box[] {
  const waiting = new Map(boxes.map((box) => [box.id, box]))
  const ordered: Box[] = []
  while (waiting.size) {
    const ready = [...waiting.values()].filter(
      (box) => !(before.get(box.id) ?? []).some((id) => waiting.has(id)),
    )
    // A cycle at one moment: contradicting events; take them as they come.
    for (const box of ready.length ? ready : [...waiting.values()]) {
      waiting.delete(box.id)
      ordered.push(box)
    }
  }
  return ordered
}

function daysOf(boxes: Box[], columns: Map<string, number>): Day[] {
  const spans = new Map<string, { from: number; to: number }>()
  for (const box of boxes) {
    const day = dayOf.format(new Date(box.from))
    const column = columns.get(box.id)!
    const span = spans.get(day)
    spans.set(day, { from: Math.min(span?.from ?? column, column), to: Math.max(span?.to ?? column, column) })
  }
  return [...spans].map(([day, { from, to }]) => ({
    day,
    left: xOf(from) - (BOX.width + BOX.gapX) / 2,
    width: (to - from + 1) * (BOX.width + BOX.gapX),
  }))
}

const xOf = (column: number): number =>
  BOX.laneHead + BOX.width / 2 + BOX.gapX / 2 + column * (BOX.width + BOX.gapX)

function widthOf(columns: Map<string, number>): number {
  const last = Math.max(-1, ...columns.values())
  return BOX.laneHead + (last + 1) * (BOX.width + BOX.gapX)
}
