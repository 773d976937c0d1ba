import { createRouter, createWebHistory } from 'vue-router'
import AppShell from '@/shell/AppShell.vue'
import InvitationPage from '@/pages/identity/InvitationPage.vue'
import LoginPage from '@/pages/identity/LoginPage.vue'
import { whenLoggedOut } from '@/api/client'
import { paths } from './paths'
import { routes } from './routes'
import { forgetSession, useSession } from './session'

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/login', name: 'login', component: LoginPage },
    { path: '/invitations/:token', name: 'invitation', component: InvitationPage, props: true },
    { path: '/', component: AppShell, children: routes },
  ],
})

/** Everything but the login and an invitation needs one; what has to be done first comes before anything else. */
router.beforeEach(async (to) => {
  if (to.name === 'invitation') return true
  const { me, mustChangePassword, mustEnrol, findOut } = useSession()
  await findOut()
  if (to.name === 'login') return me.value ? paths.home() : true
  if (!me.value) return paths.login(to.fullPath)
  if (mustChangePassword.value && to.path !== paths.password()) return paths.password()
  if (mustEnrol.value && to.path !== paths.secondFactor()) return paths.secondFactor()
  return true
})

/** A session that ended on the server leads to the login, and from there back to the page. */
whenLoggedOut(() => {
  if (!useSession().me.value) return
  forgetSession()
  void router.push(paths.login(router.currentRoute.value.fullPath))
})
