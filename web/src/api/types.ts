/** Shorter names for what the API description calls its bodies. */
import type { components, paths } from './schema'

type Schemas = components['schemas']

/** Name of a query parameter of a list. */
export type Parameter<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? keyof NonNullable<Q>
  : never

export interface Named {
  id: string
  name: string
}
export interface Coded {
  code: string
  name: string
}

/** A post one acts in, or may choose to: one's own, or one delegated during an absence. */
export interface Capacity {
  post: string
  organisation?: Named | null
  operator?: Named | null
  title: string
  role: Coded
  behalfOf?: Named | null
}

export type Permission = Schemas['IdentityMe']['permissions'][number]

export type Me = Omit<Schemas['IdentityMe'], 'capacity' | 'capacities' | 'jurisdiction' | 'mustDo'> & {
  capacity?: Capacity | null
  capacities?: Capacity[]
  jurisdiction?: Coded | null
  mustDo?: 'CHANGE_PASSWORD' | 'ENROL_TOTP' | null
}
export type ProductDraft = Schemas['RegistryProductDraft']
export type ProductView = Schemas['RegistryProductView']
export type OperatorView = Schemas['RegistryOperatorView']
export type OperatorDraft = Schemas['RegistryOperatorDraft']
export type SiteView = Schemas['RegistrySiteView']
export type SiteDraft = Schemas['RegistrySiteDraft']
export type BatchView = Schemas['CodesBatchView']
export type NewBatch = Schemas['CodesBatchNewBatch']
export type Signal = Schemas['CodesSignalSignalView']
export type Verification = Schemas['CodesVerificationView']
export type EventRow = Schemas['EventsEventViewsRow']
export type EventDetail = Schemas['EventsEventViewsDetail']
export type EventPlace = Schemas['EventsEventViewsPlaceView']
export type EventUnit = Schemas['EventsEventViewsUnitView']
export type TraceGraph = Schemas['TraceGraphViewsGraphView']
export type TraceUnit = Schemas['TraceNamesUnitView']
export type TracePlace = Schemas['TraceNamesPlaceView']
export type Timeline = Schemas['TraceTimelineViewsTimelineView']
