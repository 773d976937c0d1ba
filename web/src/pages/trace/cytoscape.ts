import type { ElementDefinition, StylesheetStyle } from 'cytoscape'
import type { Grouped } from './grouping'
import { BOX, type Layout } from './layout'

const HEAD = 32

interface Words {
  amount: (link: Grouped['links'][number]) => string
  day: (day: string) => string
  box: (box: Grouped['boxes'][number]) => string
  /** Name of a lane that has none of its own. */
  lane: (places: number | undefined) => string
}

/** Lanes and days lie behind the boxes as elements of their own, so that an exported picture has them too. */
export function elementsOf(drawing: Grouped, layout: Layout, words: Words): ElementDefinition[] {
  const lanes = layout.lanes.flatMap((lane): ElementDefinition[] => [
    backdrop(
      `lane|${lane.place}`,
      'lane',
      layout.width / 2,
      lane.top + lane.height / 2,
      layout.width,
      lane.height,
    ),
    text(
      `name|${lane.place}`,
      'name',
      lane.name || words.lane(lane.places),
      BOX.laneHead / 2,
      lane.top + lane.height / 2,
    ),
  ])
  const days = layout.days.map((day) =>
    text(`day|${day.day}`, 'day', words.day(day.day), day.left + day.width / 2, -HEAD / 2),
  )
  const boxes = drawing.boxes.map((box): ElementDefinition => ({
    data: { id: box.id, label: words.box(box) },
    position: { ...layout.at.get(box.id)! },
    classes: ['box', box.form, box.kind.toLowerCase(), box.stands > 1 ? 'many' : ''].join(' '),
  }))
  const links = drawing.links.map((link): ElementDefinition => ({
    data: { id: link.id, source: link.from, target: link.to, label: words.amount(link) },
    classes: link.kind,
  }))
  return [...lanes, ...days, ...boxes, ...links]
}

function backdrop(
  id: string,
  kind: string,
  x: number,
  y: number,
  width: number,
  height: number,
): ElementDefinition {
  return { data: { id, width, height, label: '' }, position: { x, y }, classes: kind, selectable: false }
}

function text(id: string, kind: string, label: string, x: number, y: number): ElementDefinition {
  return { data: { id, label }, position: { x, y }, classes: kind, selectable: false }
}

/** Cuts a line to a width in half-width letters, Chinese ones counting two. */
export function fit(line: string, width: number): string {
  let used = 0
  for (const [index, letter] of [...line].entries()) {
    used += letter.charCodeAt(0) > 0x2e7f ? 2 : 1
    if (used > width) return `${[...line].slice(0, Math.max(0, index - 1)).join('')}…`
  }
  return line
}

/** The tokens of the page in the drawing's own language; read anew when the theme changes. */
export function stylesOf(element: HTMLElement): StylesheetStyle[] {
  const read = getComputedStyle(element)
  const token = (name: string) => read.getPropertyValue(`--${name}`).trim()
  const font = read.fontFamily
  return [
    // Without this, edges lie below all nodes and the lanes would hide them.
    { selector: '*', style: { 'z-index-compare': 'manual' } },
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'font-family': font,
        'font-size': 12,
        color: token('ink'),
        'text-valign': 'center',
        'text-halign': 'center',
        'text-wrap': 'wrap',
      },
    },
    {
      selector: '.lane',
      style: {
        shape: 'rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': token('ground'),
        'border-width': 1,
        'border-color': token('line'),
        events: 'no',
        'z-index': 0,
      },
    },
    {
      selector: '.name, .day',
      style: {
        'background-opacity': 0,
        width: 1,
        height: 1,
        events: 'no',
        'font-size': 13,
        'text-max-width': '152px',
      },
    },
    { selector: '.day', style: { color: token('ink-soft') } },
    {
      selector: '.box',
      style: {
        shape: 'round-rectangle',
        width: BOX.width,
        height: BOX.height,
        'background-color': token('paper'),
        'border-width': 1.5,
        'border-color': token('line-strong'),
        'text-max-width': `${BOX.width - 12}px`,
        'line-height': 1.35,
        'z-index': 2,
      },
    },
    { selector: '.lot', style: { 'border-color': token('pine'), 'background-color': token('pine-soft') } },
    {
      selector: '.item',
      style: { 'border-color': token('indigo'), 'background-color': token('indigo-soft') },
    },
    { selector: '.package', style: { shape: 'cut-rectangle' } },
    {
      selector: '.process',
      style: {
        shape: 'hexagon',
        'border-color': token('amber'),
        'background-color': token('amber-soft'),
        width: BOX.width * 0.7,
      },
    },
    {
      selector: '.start',
      style: { 'border-width': 3, 'border-color': token('indigo'), 'font-weight': 'bold' },
    },
    { selector: '.many', style: { 'border-style': 'double', 'border-width': 4 } },
    {
      selector: '.selected',
      style: { 'outline-width': 3, 'outline-color': token('indigo'), 'outline-offset': 2 },
    },
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'curve-style': 'bezier',
        'line-color': token('line-strong'),
        'target-arrow-color': token('line-strong'),
        'target-arrow-shape': 'triangle',
        label: 'data(label)',
        'font-family': font,
        'font-size': 11,
        color: token('ink-soft'),
        'text-background-color': token('paper'),
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
        'z-index': 1,
      },
    },
    { selector: '.packed, .unpacked', style: { 'line-style': 'dashed' } },
  ]
}
