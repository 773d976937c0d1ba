/** Shorter names for what the API description calls its bodies. */
import type { components, paths } from './schema'

type Schemas = components['schemas']

/** Name of a query parameter of a list. */
export type Parameter<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? keyof NonNullable<Q>
  : never

export type Me = Schemas['IdentitySessionMe']
export type Product = Schemas['RegistryProductView']
export type ProductDraft = Schemas['RegistryProductDraft']
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
