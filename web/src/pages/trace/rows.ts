import type { TraceGraph, TraceUnit } from '@/api/types'
import { placeName } from './story'

/** One line of the table: what an event did with one group of units. */
export interface Row {
  key: string
  time: string
  eventId: string
  what: string
  place: string
  role: TraceGraph['edges'][number]['role']
  unit?: TraceUnit
  count: number
  amount?: { value: number; unit?: string }
}

export function rowsOf(graph: TraceGraph): Row[] {
  const events = new Map(graph.events.map((event) => [event.id, event]))
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  return graph.edges
    .flatMap((edge, index): Row[] => {
      const event = events.get(edge.event)
      const node = nodes.get(edge.node)
      if (!event || !node) return []
      return [
        {
          key: `${edge.event}-${edge.node}-${edge.role}-${index}`,
          time: event.time,
          eventId: event.eventId,
          what: event.bizStep?.name ?? event.type.name,
          place: event.site ? placeName(event.site) : '',
          role: edge.role,
          unit: node.units[0],
          count: node.count,
          amount: edge.amount && { value: Number(edge.amount.value), unit: edge.amount.unit },
        },
      ]
    })
    .sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
}
