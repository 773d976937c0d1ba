import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sample } from './platform'

const unit = encodeURIComponent(`https://id.gs1.org${sample}`)

export interface Visit {
  /** As the router names it. */
  route: string
  /** Heading of the page, where it is always the same. */
  title?: string
  path?: string
  /** A page of one thing: reached from the first row of the named table of that page. */
  from?: { path: string; table: string; then?: string }
}

/** Every page behind the login, and how one gets there. */
export const visits: Visit[] = [
  { route: '', title: '工作台', path: '/' },
  { route: 'account', path: '/account' },
  { route: 'account/second-factor', path: '/account/second-factor' },
  { route: 'account/password', title: '修改密码', path: '/account/password' },
  { route: 'desk/tasks', title: '待办', path: '/desk/tasks' },
  { route: 'desk/tasks/:id', from: { path: '/desk/tasks', table: '待办' } },
  { route: 'registry/products', title: '产品', path: '/registry/products' },
  { route: 'registry/products/new', title: '登记产品', path: '/registry/products/new' },
  { route: 'registry/products/:id', from: { path: '/registry/products', table: '产品' } },
  { route: 'registry/products/:id/edit', from: { path: '/registry/products', table: '产品', then: '修改' } },
  { route: 'registry/operators', title: '经营主体', path: '/registry/operators' },
  { route: 'registry/operators/new', title: '登记主体', path: '/registry/operators/new' },
  { route: 'registry/operators/:id', from: { path: '/registry/operators', table: '经营主体' } },
  {
    route: 'registry/operators/:id/edit',
    from: { path: '/registry/operators', table: '经营主体', then: '修改' },
  },
  { route: 'registry/sites', title: '场所', path: '/registry/sites' },
  { route: 'registry/sites/new', title: '登记场所', path: '/registry/sites/new' },
  { route: 'registry/sites/:id', from: { path: '/registry/sites', table: '场所' } },
  { route: 'registry/sites/:id/edit', from: { path: '/registry/sites', table: '场所', then: '修改' } },
  { route: 'codes/batches', title: '赋码批次', path: '/codes/batches' },
  { route: 'codes/batches/:id', from: { path: '/codes/batches', table: '赋码批次' } },
  { route: 'codes/keys', title: '赋码密钥', path: '/codes/keys' },
  { route: 'codes/verification', title: '查验', path: '/codes/verification' },
  { route: 'codes/signals', title: '异常信号', path: '/codes/signals' },
  { route: 'codes/signals/:id', from: { path: '/codes/signals', table: '异常信号' } },
  { route: 'events', title: '追溯事件', path: '/events' },
  { route: 'events/event', from: { path: '/events', table: '追溯事件' } },
  { route: 'trace', title: '追溯图谱', path: `/trace?unit=${unit}` },
  { route: 'trace', title: '追溯图谱', path: `/trace?view=timeline&unit=${unit}` },
  { route: 'organisations', title: '机构', path: '/organisations' },
  { route: 'organisations', title: '机构', path: '/organisations?view=tree' },
  { route: 'organisations/new', title: '设立机构', path: '/organisations/new' },
  { route: 'organisations/:id', from: { path: '/organisations', table: '机构' } },
  { route: 'identity/people', title: '人员', path: '/identity/people' },
  { route: 'identity/people/new', title: '邀请人员', path: '/identity/people/new' },
  { route: 'identity/people/:id', from: { path: '/identity/people', table: '人员' } },
  { route: 'identity/roles', title: '角色', path: '/identity/roles' },
  { route: 'identity/clients', title: 'API 客户端', path: '/identity/clients' },
  { route: 'identity/lockouts', title: '登录锁定', path: '/identity/lockouts' },
  { route: 'deadlines/calendar', title: '工作日历', path: '/deadlines/calendar' },
  { route: 'deadlines/rules', title: '时限规则', path: '/deadlines/rules' },
  { route: 'deadlines/rules/new', title: '起草规则', path: '/deadlines/rules/new' },
  { route: 'deadlines/rules/:id', from: { path: '/deadlines/rules', table: '时限规则' } },
  { route: 'deadlines/calculator', title: '时限计算', path: '/deadlines/calculator' },
  { route: 'audit', title: '审计', path: '/audit' },
  { route: 'files', title: '文件', path: '/files' },
  { route: 'files/:id', path: '/files/01900000-0000-7000-8000-000000000000' },
  { route: ':missing(.*)*', title: '没有找到', path: '/nowhere' },
]

/** The routes as the router has them; read, not imported, because pages are for browsers. */
export function routes(): string[] {
  const source = readFileSync(join(import.meta.dirname, '../src/app/routes.ts'), 'utf8')
  return [...source.matchAll(/^\s+page\('([^']*)'/gm)].map((match) => match[1]!)
}
