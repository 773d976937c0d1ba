import type { TraceGraph, TraceUnit } from '@/api/types'
import { distinguishing, readable } from '@/format/codes'
import type { Form, Group, Story } from './model'

export interface Words {
  /** How many there are, in words: `24 cases`. */
  count: (kind: string, count: number) => string
  kind: (kind: string) => string
}

/** Puts the API's graph into what the drawing draws, with words for people. */
export function storyOf(graph: TraceGraph, words: Words): Story {
  return {
    groups: graph.nodes.map((node) => group(node, words)),
    happenings: graph.events.map((event) => ({
      id: event.id,
      time: instant(event.time),
      what: event.bizStep?.name ?? event.type.name,
      place: event.site && { uri: event.site.uri, name: placeName(event.site) },
    })),
    parts: graph.edges.map((edge) => ({
      group: edge.node,
      event: edge.event,
      role: edge.role,
      amount: edge.amount && { value: Number(edge.amount.value), unit: edge.amount.unit },
    })),
    packings: graph.packings.map((packing) => ({
      child: packing.child,
      parent: packing.parent,
      units: packing.count,
      from: instant(packing.from),
      to: packing.to && instant(packing.to),
    })),
  }
}

function group(node: TraceGraph['nodes'][number], words: Words): Group {
  const first = node.units[0]
  const kind = first?.kind.code ?? 'THING'
  const name = first?.productName ?? words.kind(kind)
  return {
    id: node.id,
    kind: node.role,
    form: formOf(kind),
    title: name,
    subtitle: node.count === 1 && first ? label(first) : words.count(kind, node.count),
    unit: first?.uri,
  }
}

function label(unit: TraceUnit): string {
  return unit.lot ?? unit.sscc ?? unit.serial ?? distinguishing(unit.uri)
}

/** A place nobody registered has no name but its code. */
export function placeName(place: { uri: string; name: string }): string {
  return place.name === place.uri ? readable(place.uri) : place.name
}

/** One spelling of a moment, so that text order is time order. */
function instant(time: string): string {
  return new Date(time).toISOString()
}

function formOf(kind: string): Form {
  switch (kind) {
    case 'ITEM':
      return 'item'
    case 'LOT':
    case 'CLASS':
      return 'lot'
    case 'PACKAGE':
      return 'package'
    default:
      return 'other'
  }
}
