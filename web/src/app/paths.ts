/** Every address of the console is built here, so that a page can move without anyone noticing. */
const at = (...parts: string[]) => '/' + parts.map(encodeURIComponent).join('/')

export const paths = {
  home: () => '/',
  password: () => at('account', 'password'),
  login: (next?: string) => (next && next !== '/' ? `/login?next=${encodeURIComponent(next)}` : '/login'),
  products: () => at('registry', 'products'),
  newProduct: () => at('registry', 'products', 'new'),
  product: (id: string) => at('registry', 'products', id),
  operators: () => at('registry', 'operators'),
  operator: (id: string) => at('registry', 'operators', id),
  sites: () => at('registry', 'sites'),
  site: (id: string) => at('registry', 'sites', id),
  batches: (product?: string) =>
    at('codes', 'batches') + (product ? `?productId=${encodeURIComponent(product)}` : ''),
  batch: (id: string) => at('codes', 'batches', id),
  keys: () => at('codes', 'keys'),
  verification: (code?: string) =>
    at('codes', 'verification') + (code ? `?code=${encodeURIComponent(code)}` : ''),
  signals: () => at('codes', 'signals'),
  events: () => at('events'),
  // Event ids are URIs with slashes, which servers do not take in a path.
  event: (id: string) => `${at('events', 'event')}?id=${encodeURIComponent(id)}`,
  trace: (unit?: string) => at('trace') + (unit ? `?unit=${encodeURIComponent(unit)}` : ''),
  timeline: (unit: string) => `${at('trace')}?unit=${encodeURIComponent(unit)}&view=timeline`,
}
