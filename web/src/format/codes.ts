/** What kind of thing a canonical URI names, told from its form alone. */
export type UnitForm = 'item' | 'lot' | 'package' | 'product' | 'other'

const DIGITAL_LINK = 'https://id.gs1.org/'
const SUPERVISION = 'urn:suyuan:supervision:'

function elements(uri: string): [ai: string, value: string][] {
  const steps = uri.slice(DIGITAL_LINK.length).split('?')[0]!.split('/')
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < steps.length; i += 2) pairs.push([steps[i]!, decodeURIComponent(steps[i + 1]!)])
  return pairs
}

/** The code as people read it off the thing: `(01)06901234000016(21)12…`; 20 digits in fives; other URIs as they are. */
export function readable(uri: string): string {
  if (uri.startsWith(DIGITAL_LINK))
    return elements(uri)
      .map(([ai, value]) => `(${ai})${value}`)
      .join(' ')
  if (uri.startsWith(SUPERVISION)) return uri.slice(SUPERVISION.length).replace(/(\d{5})(?=\d)/g, '$1 ')
  return uri
}

/** The part that tells one thing from others of its kind: serial, lot number, package number. */
export function distinguishing(uri: string): string {
  if (uri.startsWith(DIGITAL_LINK)) return elements(uri).at(-1)?.[1] ?? uri
  return readable(uri)
}

export function formOf(uri: string): UnitForm {
  if (uri.startsWith(SUPERVISION)) return 'item'
  if (!uri.startsWith(DIGITAL_LINK)) return 'other'
  const keys = elements(uri).map(([ai]) => ai)
  if (keys.includes('00')) return 'package'
  if (keys.includes('21')) return 'item'
  if (keys.includes('10')) return 'lot'
  return keys[0] === '01' ? 'product' : 'other'
}

/** Long rows of digits, element strings, links and URNs are printed on things; names and words are not. */
export function looksLikeCode(text: string): boolean {
  const bare = text.replace(/[\s-]/g, '')
  return /^\d{8,}$/.test(bare) || /^\(\d{2,4}\)/.test(bare) || /^(https?:\/\/|urn:)\S+$/i.test(text)
}
