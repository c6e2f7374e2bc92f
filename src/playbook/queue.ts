import type { Organisation } from '#schemas/organisation.ts';
import type { Policy } from '#schemas/policy.ts';

/** The queue in which appeals under a policy land: one that names its area, else the one of its severity. */
export function queueOf(
  organisation: Organisation,
  policy: Policy,
): { key: string; queue: Organisation['queues'][string] } | undefined {
  const queues = Object.entries(organisation.queues);
  const found =
    queues.find(([, { areas }]) => areas.includes(policy.area)) ??
    queues.find(([, { severities }]) => severities.includes(policy.severity));
  return found && { key: found[0], queue: found[1] };
}
