/** Every address of the console is built here, so that a page can move without anyone noticing. */
const at = (...parts: string[]) => '/' + parts.map(encodeURIComponent).join('/')

/** An address with what it asks for; empty values ask for nothing. */
const asking = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length
    ? `${path}?${given.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`
    : path
}

export const paths = {
  home: () => '/',
  password: () => at('account', 'password'),
  account: () => at('account'),
  secondFactor: () => at('account', 'second-factor'),
  invitation: (token: string) => at('invitations', token),
  login: (next?: string) => (next && next !== '/' ? `/login?next=${encodeURIComponent(next)}` : '/login'),

  tasks: (query: { bucket?: string; whose?: string } = {}) => asking(at('desk', 'tasks'), query),
  task: (id: string) => at('desk', 'tasks', id),

  products: () => at('registry', 'products'),
  newProduct: () => at('registry', 'products', 'new'),
  product: (id: string) => at('registry', 'products', id),
  editProduct: (id: string) => at('registry', 'products', id, 'edit'),
  operators: () => at('registry', 'operators'),
  newOperator: () => at('registry', 'operators', 'new'),
  operator: (id: string) => at('registry', 'operators', id),
  editOperator: (id: string) => at('registry', 'operators', id, 'edit'),
  sites: () => at('registry', 'sites'),
  newSite: (operator?: string) => asking(at('registry', 'sites', 'new'), { operator }),
  site: (id: string) => at('registry', 'sites', id),
  editSite: (id: string) => at('registry', 'sites', id, 'edit'),

  batches: (product?: string) => asking(at('codes', 'batches'), { productId: product }),
  batch: (id: string) => at('codes', 'batches', id),
  keys: () => at('codes', 'keys'),
  verification: (code?: string) => asking(at('codes', 'verification'), { code }),
  signals: () => at('codes', 'signals'),
  signal: (id: string) => at('codes', 'signals', id),

  events: () => at('events'),
  // Event ids are URIs with slashes, which servers do not take in a path.
  event: (id: string) => asking(at('events', 'event'), { id }),
  trace: (unit?: string) => asking(at('trace'), { unit }),
  timeline: (unit: string) => asking(at('trace'), { unit, view: 'timeline' }),

  organisations: (query: { within?: string } = {}) => asking(at('organisations'), query),
  newOrganisation: (parent?: string) => asking(at('organisations', 'new'), { parent }),
  organisation: (id: string) => at('organisations', id),
  people: (query: { organisation?: string; operator?: string } = {}) =>
    asking(at('identity', 'people'), query),
  newPerson: (query: { organisation?: string } = {}) => asking(at('identity', 'people', 'new'), query),
  person: (id: string) => at('identity', 'people', id),
  roles: () => at('identity', 'roles'),
  clients: () => at('identity', 'clients'),
  lockouts: () => at('identity', 'lockouts'),
  calendar: (year?: string) => asking(at('deadlines', 'calendar'), { year }),
  rules: () => at('deadlines', 'rules'),
  newRule: (from?: string) => asking(at('deadlines', 'rules', 'new'), { from }),
  rule: (id: string) => at('deadlines', 'rules', id),
  calculator: (rule?: string) => asking(at('deadlines', 'calculator'), { rule }),
  audit: (query: { kind?: string; subject?: string; person?: string } = {}) => asking(at('audit'), query),
  files: () => at('files'),
  file: (id: string) => at('files', id),
}
