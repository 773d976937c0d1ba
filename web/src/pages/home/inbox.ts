import { buckets, type Bucket, type TaskCounts } from '@/queries/desk'

/** The groups of the inbox that have something in them, the most pressing first. */
export function grouped(counts?: TaskCounts): { bucket: Bucket; count: number }[] {
  if (!counts) return []
  const of: Record<Bucket, number> = {
    OVERDUE: counts.overdue,
    TODAY: counts.today,
    WEEK: counts.week,
    LATER: counts.later,
  }
  return buckets.map((bucket) => ({ bucket, count: of[bucket] })).filter((group) => group.count > 0)
}
