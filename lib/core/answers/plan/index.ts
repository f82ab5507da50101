/** What a workload would meet: which quota binds first, how far each scope carries, what to ask for. */
export { isCarried, type PlannedLimit, planWorkload, type Workload, type WorkloadPlan } from './plan-workload';
