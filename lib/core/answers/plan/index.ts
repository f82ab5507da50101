/** What a workload would meet, and how a budget spreads: which quota binds first, how far it carries, what to ask for. */
export { type Pace, paceModel, spreadDay } from './pace';
export { isCarried, type PlannedLimit, planWorkload, type Workload, type WorkloadPlan } from './plan-workload';
