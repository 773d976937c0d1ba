import type { RouteRecordRaw } from 'vue-router'

type Page = () => Promise<unknown>

/** A page, its chunk; `:id` and the like become its props. */
const page = (path: string, component: Page): RouteRecordRaw => ({ path, component, props: true })

/**
 * Every page behind the login, in folders named as the modules of the platform. The browser tests read this list: a page
 * that they do not visit fails them.
 */
export const routes: RouteRecordRaw[] = [
  page('', () => import('@/pages/home/HomePage.vue')),
  page('account', () => import('@/pages/identity/AccountPage.vue')),
  page('account/second-factor', () => import('@/pages/identity/SecondFactorPage.vue')),
  page('account/password', () => import('@/pages/identity/PasswordPage.vue')),

  page('desk/tasks', () => import('@/pages/desk/TasksPage.vue')),
  page('desk/tasks/:id', () => import('@/pages/desk/TaskPage.vue')),

  page('registry/products', () => import('@/pages/registry/ProductsPage.vue')),
  page('registry/products/new', () => import('@/pages/registry/ProductFormPage.vue')),
  page('registry/products/:id', () => import('@/pages/registry/ProductPage.vue')),
  page('registry/products/:id/edit', () => import('@/pages/registry/ProductFormPage.vue')),
  page('registry/operators', () => import('@/pages/registry/OperatorsPage.vue')),
  page('registry/operators/new', () => import('@/pages/registry/OperatorFormPage.vue')),
  page('registry/operators/:id', () => import('@/pages/registry/OperatorPage.vue')),
  page('registry/operators/:id/edit', () => import('@/pages/registry/OperatorFormPage.vue')),
  page('registry/sites', () => import('@/pages/registry/SitesPage.vue')),
  page('registry/sites/new', () => import('@/pages/registry/SiteFormPage.vue')),
  page('registry/sites/:id', () => import('@/pages/registry/SitePage.vue')),
  page('registry/sites/:id/edit', () => import('@/pages/registry/SiteFormPage.vue')),

  page('codes/batches', () => import('@/pages/codes/BatchesPage.vue')),
  page('codes/batches/:id', () => import('@/pages/codes/BatchPage.vue')),
  page('codes/keys', () => import('@/pages/codes/KeysPage.vue')),
  page('codes/verification', () => import('@/pages/codes/VerificationPage.vue')),
  page('codes/signals', () => import('@/pages/codes/SignalsPage.vue')),
  page('codes/signals/:id', () => import('@/pages/codes/SignalPage.vue')),

  page('events', () => import('@/pages/events/EventsPage.vue')),
  page('events/event', () => import('@/pages/events/EventPage.vue')),
  page('trace', () => import('@/pages/trace/TracePage.vue')),

  page('organisations', () => import('@/pages/organisations/OrganisationsPage.vue')),
  page('organisations/new', () => import('@/pages/organisations/FoundOrganisationPage.vue')),
  page('organisations/:id', () => import('@/pages/organisations/OrganisationPage.vue')),

  page('identity/people', () => import('@/pages/identity/PeoplePage.vue')),
  page('identity/people/new', () => import('@/pages/identity/InvitePersonPage.vue')),
  page('identity/people/:id', () => import('@/pages/identity/PersonPage.vue')),
  page('identity/roles', () => import('@/pages/identity/RolesPage.vue')),
  page('identity/clients', () => import('@/pages/identity/ClientsPage.vue')),
  page('identity/lockouts', () => import('@/pages/identity/LockoutsPage.vue')),

  page('deadlines/calendar', () => import('@/pages/deadlines/CalendarPage.vue')),
  page('deadlines/rules', () => import('@/pages/deadlines/RulesPage.vue')),
  page('deadlines/rules/new', () => import('@/pages/deadlines/RuleFormPage.vue')),
  page('deadlines/rules/:id', () => import('@/pages/deadlines/RulePage.vue')),
  page('deadlines/calculator', () => import('@/pages/deadlines/CalculatorPage.vue')),

  page('audit', () => import('@/pages/audit/AuditPage.vue')),
  page('files', () => import('@/pages/files/FilesPage.vue')),
  page('files/:id', () => import('@/pages/files/FilePage.vue')),

  page(':missing(.*)*', () => import('@/pages/MissingPage.vue')),
]
