import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales } from '@/i18n/locales'

const root = join(import.meta.dirname, '..', 'src')

/** Every text of a language by its full key, `product.statuses.ACTIVE`. */
function texts(locale: string): Map<string, string> {
  const folder = join(root, 'i18n', locale)
  const all = new Map<string, string>()
  const collect = (prefix: string, node: object) => {
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string') all.set(`${prefix}.${name}`, value)
      else collect(`${prefix}.${name}`, value as object)
    }
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
    collect(file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')))
  return all
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(vue|ts)$/.test(entry.name) && entry.name !== 'schema.d.ts')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

const written = texts('zh-CN')
const english = texts('en')

describe('The catalogues', () => {
  test('have the same keys in every language', () => {
    for (const locale of locales) expect([...texts(locale).keys()].sort()).toEqual([...written.keys()].sort())
  })

  test('leave no text empty', () => {
    for (const [key, text] of [...written, ...english]) expect(text.trim(), key).not.toBe('')
  })

  test('fill the same places in every language', () => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const [key, text] of written) expect(places(english.get(key)!), key).toEqual(places(text))
  })

  test('speak Chinese in Chinese and no Chinese in English', () => {
    const spoken = [...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([key]) => key)
    expect(spoken).toEqual([])
    const silent = [...written]
      .filter(([, text]) => !/[\u4e00-\u9fff，、：（）]/.test(text))
      .map(([key]) => key)
    expect(silent).toEqual([])
  })

  test('have every key that a page asks for', () => {
    const missing = sources(root)
      .flatMap((source) => [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1]!))
      .filter((key) => !written.has(key))
    expect(missing).toEqual([])
  })

  test('have keys below every name that a page completes', () => {
    const prefixes = sources(root).flatMap((source) =>
      [...source.matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)].map((match) => match[1]!),
    )
    const without = prefixes.filter(
      (prefix) => ![...written.keys()].some((key) => key.startsWith(`${prefix}.`)),
    )
    expect(without).toEqual([])
  })

  test('hold no text that no page asks for', () => {
    const all = sources(root).join('\n')
    const prefixes = [...all.matchAll(/`([\w.-]+)\.\$\{/g)].map((match) => match[1]!)
    const names = new Set([...all.matchAll(/'([\w.-]+)'/g)].map((match) => match[1]!))
    const unused = [...written.keys()].filter(
      (key) => !names.has(key) && !prefixes.some((prefix) => key.startsWith(`${prefix}.`)),
    )
    expect(unused).toEqual([])
  })

  test('say the words of the CBV as the platform says them', () => {
    const server = join(root, '..', '..', 'server', 'src', 'main', 'resources', 'i18n')
    const spoken = (file: string) =>
      readFileSync(join(server, file), 'utf8')
        .split('\n')
        .filter((line) => /^(eventType|action|bizStep|disposition)\./.test(line))
        .map((line) => line.replace('=', '\t').replaceAll("''", "'").split('\t') as [string, string])
    const own = (all: Map<string, string>) =>
      [...all].filter(([key]) => key.startsWith('cbv.')).map(([key, text]) => [key.slice(4), text])
    expect(own(written).sort()).toEqual(spoken('events.properties').sort())
    expect(own(english).sort()).toEqual(spoken('events_en.properties').sort())
  })
})
