import { describe, expect, test } from 'vitest'
import { BOXES_MAX, group } from '@/pages/trace/grouping'
import { layout } from '@/pages/trace/layout'
import { draw, type Drawing, type Group, type Story } from '@/pages/trace/model'

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 8, day, hour - 8)).toISOString()
const farm = { uri: 'farm', name: '青坪牧场' }
const plant = { uri: 'plant', name: '鹭江乳业' }
const shop = { uri: 'shop', name: '滨海便利' }
const unit = (id: string, form: Group['form'], kind: Group['kind'] = 'REACHED'): Group => ({
  id,
  kind,
  form,
  title: id,
  subtitle: '',
})

/** Milk goes to the plant, becomes a yoghurt lot, its cups travel in a case to a shop and are sold there. */
const story: Story = {
  groups: [unit('milk', 'lot', 'START'), unit('cups', 'item'), unit('case', 'package', 'CARRIER')],
  happenings: [
    { id: 'milked', time: at(7, 6), what: 'commissioning', place: farm },
    { id: 'received', time: at(7, 11), what: 'receiving', place: plant },
    { id: 'made', time: at(8, 3), what: 'creating', place: plant },
    { id: 'shipped', time: at(9, 7), what: 'shipping', place: plant },
    { id: 'arrived', time: at(9, 12), what: 'receiving', place: shop },
    { id: 'sold', time: at(12, 12), what: 'retail_selling', place: shop },
  ],
  parts: [
    { group: 'milk', event: 'milked', role: 'EPC', amount: { value: 1200, unit: 'KGM' } },
    { group: 'milk', event: 'received', role: 'EPC', amount: { value: 1200, unit: 'KGM' } },
    { group: 'milk', event: 'made', role: 'INPUT', amount: { value: 1200, unit: 'KGM' } },
    { group: 'cups', event: 'made', role: 'OUTPUT', amount: { value: 24 } },
    { group: 'case', event: 'shipped', role: 'EPC', amount: { value: 1 } },
    { group: 'case', event: 'arrived', role: 'EPC', amount: { value: 1 } },
    { group: 'cups', event: 'sold', role: 'EPC', amount: { value: 5 } },
  ],
  packings: [{ child: 'cups', parent: 'case', units: 24, from: at(8, 10), to: at(9, 13) }],
}

const links = ({ links: all }: Drawing) => all.map(({ from, to, kind }) => `${from} ${kind} ${to}`).sort()

describe('The drawing of a trace', () => {
  const drawing = draw(story)

  test('shows a unit once at each place where it stayed', () => {
    expect(drawing.boxes.map((box) => `${box.id} ${box.placeName}`).sort()).toEqual([
      'case:0 鹭江乳业',
      'case:1 滨海便利',
      'cups:0 鹭江乳业',
      'cups:1 滨海便利',
      'event:made 鹭江乳业',
      'milk:0 青坪牧场',
      'milk:1 鹭江乳业',
    ])
  })

  test('leads from inputs through the process to outputs, and through the package to the shop', () => {
    expect(links(drawing)).toEqual([
      'case:0 moved case:1',
      'case:1 unpacked cups:1',
      'cups:0 packed case:0',
      'event:made made cups:0',
      'milk:0 moved milk:1',
      'milk:1 used event:made',
    ])
  })

  test('writes amounts with their units on the links', () => {
    const amount = (kind: string) => drawing.links.find((link) => link.kind === kind)?.amount
    expect(amount('used')).toEqual({ value: 1200, unit: 'KGM' })
    expect(amount('packed')).toEqual({ value: 24 })
  })

  test('places a package that no event names where its content was packed', () => {
    const silent = draw({ ...story, parts: story.parts.filter((part) => part.group !== 'case') })
    const box = silent.boxes.find((candidate) => candidate.group === 'case')
    expect(box).toMatchObject({ placeName: '鹭江乳业', from: at(8, 10) })
  })

  test('leads from a lot to the items that commissioning put in it', () => {
    const commissioned = draw({
      groups: [unit('lot', 'lot'), unit('cups', 'item')],
      happenings: [
        { id: 'made', time: at(8, 3), what: 'creating', place: plant },
        { id: 'coded', time: at(8, 9), what: 'commissioning', place: plant },
      ],
      parts: [
        { group: 'lot', event: 'made', role: 'EPC' },
        { group: 'lot', event: 'coded', role: 'LOT_OF_ITEMS' },
        { group: 'cups', event: 'coded', role: 'EPC', amount: { value: 24 } },
      ],
      packings: [],
    })
    expect(links(commissioned)).toEqual(['lot:0 made cups:0'])
    expect(commissioned.links[0]?.amount).toEqual({ value: 24 })
  })

  test('leaves what was taken out and never sold where it was taken out', () => {
    const unsold = draw({ ...story, parts: story.parts.filter((part) => part.event !== 'sold') })
    const cups = unsold.boxes.filter((box) => box.group === 'cups')
    expect(cups.map((box) => box.placeName)).toEqual(['鹭江乳业', '滨海便利'])
    expect(links(unsold)).toContain('case:1 unpacked cups:out1')
  })

  test('lets an event without a place happen where the last one did', () => {
    const [first] = draw({
      groups: [unit('lot', 'lot')],
      happenings: [
        { id: 'a', time: at(1, 1), what: 'x', place: farm },
        { id: 'b', time: at(1, 2), what: 'y' },
      ],
      parts: [
        { group: 'lot', event: 'a', role: 'EPC' },
        { group: 'lot', event: 'b', role: 'EPC' },
      ],
      packings: [],
    }).boxes
    expect(first).toMatchObject({ placeName: '青坪牧场', to: at(1, 2), events: ['a', 'b'] })
  })
})

describe('The layout', () => {
  const drawing = draw(story)
  const placed = layout(drawing)

  test('runs from left to right with time along every link', () => {
    for (const link of drawing.links)
      expect(placed.at.get(link.from)!.x, link.id).toBeLessThan(placed.at.get(link.to)!.x)
  })

  test('keeps every place in a lane of its own, in the order in which anything happened there', () => {
    expect(placed.lanes.map((lane) => lane.name)).toEqual(['青坪牧场', '鹭江乳业', '滨海便利'])
    for (const box of drawing.boxes) {
      const lane = placed.lanes.find((candidate) => candidate.place === box.place)!
      const { y } = placed.at.get(box.id)!
      expect(y).toBeGreaterThan(lane.top)
      expect(y).toBeLessThan(lane.top + lane.height)
    }
  })

  test('lets no two boxes cover one another', () => {
    const spots = [...placed.at.values()].map(({ x, y }) => `${x},${y}`)
    expect(new Set(spots).size).toBe(spots.length)
  })

  test('gives days columns of their own, in order', () => {
    const lefts = placed.days.map((day) => day.left)
    expect(placed.days.map((day) => day.day)).toEqual([
      '2026-09-07',
      '2026-09-08',
      '2026-09-09',
      '2026-09-12',
    ])
    expect([...lefts].sort((a, b) => a - b)).toEqual(lefts)
  })

  test('survives contradicting events that form a circle', () => {
    const circle = {
      ...drawing,
      links: [...drawing.links, { id: 'x', from: 'case:0', to: 'cups:0', kind: 'moved' as const, stands: 1 }],
    }
    expect(layout(circle).at.size).toBe(drawing.boxes.length)
  })
})

describe('A drawing of more boxes than fit', () => {
  const shops = 500
  const wide: Drawing = draw({
    groups: [
      unit('pallet', 'package', 'START'),
      ...Array.from({ length: shops }, (_, i) => ({ ...unit(`c${i}`, 'package'), title: '箱' })),
    ],
    happenings: [
      { id: 'in', time: at(1, 1), what: 'receiving', place: plant },
      ...Array.from({ length: shops }, (_, i) => ({
        id: `e${i}`,
        time: at(2, 1),
        what: 'receiving',
        place: { uri: `shop${i}`, name: `店${i}` },
      })),
    ],
    parts: [
      { group: 'pallet', event: 'in', role: 'EPC' },
      ...Array.from({ length: shops }, (_, i) => ({
        group: `c${i}`,
        event: `e${i}`,
        role: 'EPC',
        amount: { value: 24 },
      })),
    ],
    packings: Array.from({ length: shops }, (_, i) => ({
      child: `c${i}`,
      parent: 'pallet',
      units: 1,
      from: at(1, 0),
      to: at(1, 2),
    })),
  })

  test('is grouped to fit, says how much, and loses nothing', () => {
    const grouped = group(wide, new Set())
    expect(grouped.boxes.length).toBeLessThanOrEqual(BOXES_MAX)
    expect(grouped.grouped).toBeGreaterThan(0)
    expect(grouped.left).toBe(0)
    expect(grouped.boxes.reduce((sum, box) => sum + box.stands, 0)).toBe(wide.boxes.length)
  })

  test('adds up the amounts of the links that it joins', () => {
    const grouped = group(wide, new Set())
    const joined = grouped.links.find((link) => link.stands > 1)
    expect(joined?.amount).toEqual({ value: shops })
  })

  test('keeps to the bound when the reader opens a family, and says what is left out', () => {
    const family = group(wide, new Set()).boxes.find((box) => box.stands > 1)!
    const opened = group(wide, new Set([family.id]))
    expect(opened.boxes.length).toBe(BOXES_MAX)
    expect(opened.left).toBe(wide.boxes.length - BOXES_MAX)
  })

  test('that fits stays as it is', () => {
    const drawing = draw(story)
    expect(group(drawing, new Set())).toMatchObject({
      boxes: drawing.boxes,
      links: drawing.links,
      grouped: 0,
      left: 0,
    })
  })
})
