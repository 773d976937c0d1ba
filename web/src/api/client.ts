import createClient, { type Middleware } from 'openapi-fetch'
import { locale } from '@/i18n'
import { Problem } from './problem'
import type { paths } from './schema'

const CSRF_COOKIE = 'XSRF-TOKEN'
const CSRF_HEADER = 'X-XSRF-TOKEN'
const LOGIN_REQUIRED = 'login-required'

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', locale.value)
    const token = csrfToken()
    if (token && request.method !== 'GET') request.headers.set(CSRF_HEADER, token)
    return request
  },
}

function csrfToken(): string | undefined {
  const token = new RegExp(`(?:^|; )${CSRF_COOKIE}=([^;]+)`).exec(document.cookie)?.[1]
  return token && decodeURIComponent(token)
}

/** The header by which a write shows that it comes from this page. */
export function csrf(): Record<string, string> {
  const token = csrfToken()
  return token ? { [CSRF_HEADER]: token } : {}
}

/** An answer that comes bit by bit: an export, as CSV. */
export async function streamed(address: string, signal: AbortSignal): Promise<Response> {
  const headers = {
    'Accept-Language': locale.value,
    Accept: 'text/csv, application/problem+json',
    ...csrf(),
  }
  const answer = await fetch(address, { method: 'POST', headers, signal })
  if (!answer.ok) throw Problem.of(await answer.json().catch(() => undefined), answer)
  return answer
}

/** The API as `openapi/` describes it; the console can do nothing that this cannot. */
export const api = createClient<paths>({
  // A late binding, so that tests of this file may watch the network.
  fetch: (request) => globalThis.fetch(request),
})
api.use(conventions)

let onLoggedOut: () => void = () => {}

/** What to do when the server says that the session is over. */
export function whenLoggedOut(act: () => void): void {
  onLoggedOut = act
}

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a success; everything else is thrown as a {@link Problem}. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call
  if (response.ok) return data as T
  const problem = Problem.of(error, response)
  if (problem.code === LOGIN_REQUIRED) onLoggedOut()
  throw problem
}
