import type { Entry } from '#playbook/entry.ts';
import type { SiteSource } from '../site-source.ts';

/** What a procedure's page shows above its steps. */
export interface ProcedureView {
  role: string;
  trigger: string;
  queues: { key: string; name: string; firstTouch: string; resolve: string }[];
}

/** Collects what a procedure's page shows. */
export function procedureView({ playbook }: SiteSource, { data }: Entry<'procedures'>): ProcedureView {
  const { roles, queues } = playbook.organisation;
  return {
    role: roles[data.role]?.name ?? data.role,
    trigger: data.trigger,
    queues: data.queues.flatMap((key) => {
      const queue = queues[key];
      return queue ? [{ key, name: queue.name, firstTouch: queue.firstTouch, resolve: queue.resolve }] : [];
    }),
  };
}
