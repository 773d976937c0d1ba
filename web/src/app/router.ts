import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import AppShell from '@/shell/AppShell.vue'
import LoginPage from '@/pages/identity/LoginPage.vue'
import { whenLoggedOut } from '@/api/client'
import { paths } from './paths'
import { forgetSession, useSession } from './session'

/** One page, one chunk; pages stand in folders named as the modules of the platform. */
const pages: RouteRecordRaw[] = [
  { path: '', component: () => import('@/pages/home/HomePage.vue') },
  { path: 'account/password', component: () => import('@/pages/identity/PasswordPage.vue') },
  { path: 'registry/products', component: () => import('@/pages/registry/ProductsPage.vue') },
  { path: 'registry/products/new', component: () => import('@/pages/registry/NewProductPage.vue') },
  { path: 'registry/products/:id', component: () => import('@/pages/registry/ProductPage.vue'), props: true },
  { path: 'registry/operators', component: () => import('@/pages/registry/OperatorsPage.vue') },
  {
    path: 'registry/operators/:id',
    component: () => import('@/pages/registry/OperatorPage.vue'),
    props: true,
  },
  { path: 'registry/sites', component: () => import('@/pages/registry/SitesPage.vue') },
  { path: 'registry/sites/:id', component: () => import('@/pages/registry/SitePage.vue'), props: true },
  { path: 'codes/batches', component: () => import('@/pages/codes/BatchesPage.vue') },
  { path: 'codes/batches/:id', component: () => import('@/pages/codes/BatchPage.vue'), props: true },
  { path: 'codes/keys', component: () => import('@/pages/codes/KeysPage.vue') },
  { path: 'codes/verification', component: () => import('@/pages/codes/VerificationPage.vue') },
  { path: 'codes/signals', component: () => import('@/pages/codes/SignalsPage.vue') },
  { path: 'events', component: () => import('@/pages/events/EventsPage.vue') },
  { path: 'events/event', component: () => import('@/pages/events/EventPage.vue') },
  { path: 'trace', component: () => import('@/pages/trace/TracePage.vue') },
  { path: ':missing(.*)*', component: () => import('@/pages/MissingPage.vue') },
]

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/login', name: 'login', component: LoginPage },
    { path: '/', component: AppShell, children: pages },
  ],
})

/** Everything but the login needs one; a one-time password must be replaced before anything else. */
router.beforeEach(async (to) => {
  const { me, mustChangePassword, findOut } = useSession()
  await findOut()
  if (to.name === 'login') return me.value ? paths.home() : true
  if (!me.value) return paths.login(to.fullPath)
  if (mustChangePassword.value && to.path !== paths.password()) return paths.password()
  return true
})

/** A session that ended on the server leads to the login, and from there back to the page. */
whenLoggedOut(() => {
  if (!useSession().me.value) return
  forgetSession()
  void router.push(paths.login(router.currentRoute.value.fullPath))
})
