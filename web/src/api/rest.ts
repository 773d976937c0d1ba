import { api, ask } from './client'

/** What a request carries besides its path. */
export interface Asking {
  /** Values for the `{…}` of the path. */
  path?: Record<string, string>
  query?: object
  body?: unknown
  signal?: AbortSignal
  /** `Idempotency-Key`: one intention, one effect. */
  key?: string
  /** Type of a body that is not JSON; it goes as it is. */
  type?: string
  /** `If-Match`: the version the writer saw. */
  match?: string
}

/** A body with the version it had when it was read. */
export interface Tagged<T> {
  value: T
  etag?: string
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Loose = Record<
  Method,
  (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>
>

/** The generated client by method; `tests/paths.test.ts` checks every path given here against `openapi/`. */
const loose = api as unknown as Loose

async function send<T>(method: Method, path: string, asking: Asking): Promise<Tagged<T>> {
  const answer = loose[method](path, {
    params: { path: asking.path, query: asking.query },
    body: asking.body,
    signal: asking.signal,
    ...(asking.type && { bodySerializer: (body: string) => body }),
    headers: {
      ...(asking.type && { 'Content-Type': asking.type }),
      ...(asking.key && { 'Idempotency-Key': asking.key }),
      ...(asking.match && { 'If-Match': asking.match }),
    },
  })
  const value = (await ask(answer)) as T
  return { value, etag: (await answer).response.headers.get('etag') ?? undefined }
}

export const read = async <T>(path: string, asking: Asking = {}): Promise<T> =>
  (await send<T>('GET', path, asking)).value

export const readTagged = <T>(path: string, asking: Asking = {}): Promise<Tagged<T>> =>
  send<T>('GET', path, asking)

export const make = async <T>(path: string, asking: Asking = {}): Promise<T> =>
  (await send<T>('POST', path, asking)).value

export const replace = async <T>(path: string, asking: Asking = {}): Promise<T> =>
  (await send<T>('PUT', path, asking)).value

export const remove = async (path: string, asking: Asking = {}): Promise<void> => {
  await send<undefined>('DELETE', path, asking)
}
