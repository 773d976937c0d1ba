import type { Component } from 'vue'
import {
  Box,
  Connection,
  Goods,
  HomeFilled,
  Key,
  List,
  Location,
  OfficeBuilding,
  Search,
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
  { places: [{ name: 'home', to: paths.home(), icon: HomeFilled }] },
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
]
