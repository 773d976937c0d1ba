import { createHmac } from 'node:crypto'
import { expect, type APIRequestContext, type Page, type PlaywrightWorkerArgs } from '@playwright/test'
import { administrator } from './platform'

export const PASSWORD = 'a bridge over calm water'

interface Role {
  role: string
  title?: string
  email?: string
}
interface Invited {
  id: string
  name: string
  username: string
  path: string
}

/** The administrator at the API, beside whatever the browser does. */
export async function atTheApi(playwright: PlaywrightWorkerArgs['playwright']): Promise<APIRequestContext> {
  const baseURL = process.env.SUYUAN_URL
  const request = await playwright.request.newContext({ baseURL })
  const entered = await request.post('/api/identity/session', { data: administrator })
  expect(entered.status()).toBe(200)
  const cookies = (await request.storageState()).cookies
  const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')!.value
  const storageState = await request.storageState()
  await request.dispose()
  return playwright.request.newContext({
    baseURL,
    storageState,
    extraHTTPHeaders: { 'X-XSRF-TOKEN': token },
  })
}

/** A role that asks for a second step: the demo world asks none of its people, so that a visitor can be each of them. */
export async function roleOfTwoFactors(api: APIRequestContext): Promise<string> {
  const role = 'e2e-auditor'
  const answer = await api.put(`/api/identity/roles/${role}`, {
    headers: { 'If-Match': '*' },
    data: {
      nameZh: '审计（两步验证）',
      nameEn: 'Auditor with two factors',
      permissions: ['AUDIT_READ', 'ORGANISATIONS_READ', 'DEADLINES_READ'],
      reach: 'ORGANISATION',
      assignableTo: ['platform'],
      secondFactorRequired: true,
    },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return role
}

let made = 0

/** Somebody new with a post in the platform's own body, who has not accepted yet. */
export async function invite(api: APIRequestContext, wanted: Role): Promise<Invited> {
  const username = `e2e-${Date.now().toString(36)}-${++made}`
  const name = '林晓'
  const bodies = await api.get('/api/organisations/organisations?type=platform&limit=1')
  const organisation = ((await bodies.json()) as { items: { id: string }[] }).items[0]!.id
  const answer = await api.post('/api/identity/people', {
    data: {
      username,
      name,
      email: wanted.email,
      post: { organisation, title: wanted.title ?? '试用岗', role: wanted.role },
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { person, invitation } = (await answer.json()) as {
    person: { id: string }
    invitation: { token: string }
  }
  return { id: person.id, name, username, path: `/console/invitations/${invitation.token}` }
}

/** Somebody who has accepted and needs no second step. */
export async function member(api: APIRequestContext, wanted: Role): Promise<Invited> {
  const person = await invite(api, wanted)
  const token = person.path.split('/').pop()!
  // Not in the administrator's name: whoever accepts is logged in then.
  const accepted = await fetch(`${process.env.SUYUAN_URL}/api/identity/invitations/${token}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ password: PASSWORD }),
  })
  expect(accepted.status).toBe(200)
  return person
}

export async function enter(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.goto('/console/login')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** What an authenticator app shows (RFC 6238). @param ahead steps into the future, which a clock may be wrong by */
export function codeOf(secret: string, ahead = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const hash = createHmac('sha1', base32(secret)).update(counter).digest()
  const offset = hash[hash.length - 1]! & 0x0f
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)))
}
