import type { Component } from 'vue'
import {
  Box,
  Calendar,
  Checked,
  Connection,
  Document,
  Files,
  Goods,
  HomeFilled,
  Key,
  List,
  Location,
  Lock,
  Memo,
  OfficeBuilding,
  Postcard,
  School,
  Search,
  SetUp,
  Timer,
  User,
  WarningFilled,
} from '@element-plus/icons-vue'
import { paths } from './paths'
import type { Permission } from './session'

export interface Place {
  /** Key of the name in the catalogue `nav`. */
  name: string
  to: string
  icon: Component
  /** Without it the page would have nothing to show, so it is not offered. */
  needs?: Permission
}

/** The console by module, in the order of a day's work. */
export const navigation: { group?: string; places: Place[] }[] = [
  {
    places: [
      { name: 'home', to: paths.home(), icon: HomeFilled },
      { name: 'tasks', to: paths.tasks(), icon: Checked },
    ],
  },
  {
    group: 'registry',
    places: [
      { name: 'products', to: paths.products(), icon: Goods, needs: 'REGISTRY_READ' },
      { name: 'operators', to: paths.operators(), icon: OfficeBuilding, needs: 'REGISTRY_READ' },
      { name: 'sites', to: paths.sites(), icon: Location, needs: 'REGISTRY_READ' },
    ],
  },
  {
    group: 'codes',
    places: [
      { name: 'batches', to: paths.batches(), icon: Box, needs: 'CODES_READ' },
      { name: 'verification', to: paths.verification(), icon: Search },
      { name: 'signals', to: paths.signals(), icon: WarningFilled, needs: 'SIGNALS_READ' },
      { name: 'keys', to: paths.keys(), icon: Key, needs: 'KEYS_ROTATE' },
    ],
  },
  {
    group: 'trace',
    places: [
      { name: 'events', to: paths.events(), icon: List, needs: 'EVENTS_READ' },
      { name: 'trace', to: paths.trace(), icon: Connection, needs: 'TRACE_READ' },
    ],
  },
  {
    group: 'people',
    places: [
      { name: 'organisations', to: paths.organisations(), icon: School, needs: 'ORGANISATIONS_READ' },
      { name: 'people', to: paths.people(), icon: User, needs: 'ORGANISATIONS_READ' },
      { name: 'roles', to: paths.roles(), icon: Postcard, needs: 'ACCESS_ADMINISTER' },
      { name: 'clients', to: paths.clients(), icon: SetUp, needs: 'ACCESS_ADMINISTER' },
      { name: 'lockouts', to: paths.lockouts(), icon: Lock, needs: 'ACCESS_ADMINISTER' },
    ],
  },
  {
    group: 'rules',
    places: [
      { name: 'calendar', to: paths.calendar(), icon: Calendar, needs: 'DEADLINES_READ' },
      { name: 'rules', to: paths.rules(), icon: Memo, needs: 'DEADLINES_READ' },
      { name: 'calculator', to: paths.calculator(), icon: Timer, needs: 'DEADLINES_READ' },
      { name: 'audit', to: paths.audit(), icon: Document, needs: 'AUDIT_READ' },
      { name: 'files', to: paths.files(), icon: Files, needs: 'FILES_USE' },
    ],
  },
]
