import type { LocalAccount } from '../../local/account/local-account';
import type { FaultKind } from '../../local/wire/faults';
import type { Crash, Target } from './trouble';

/** The board of the account with crashes on it: a call at which the process ends. */
export class Saboteur {
  faults = 0;
  crashes = 0;
  excused = 0;
  /** Faults and crashes of the run that is under way. */
  taken: { service: string; operation: string; kind: FaultKind; isCrash: boolean }[] = [];
  private armed: { crash: Crash; target: Target; skip: number }[] = [];

  constructor(account: LocalAccount, kill: () => void) {
    const take = account.faults.take;
    account.faults.take = (service, operation) => {
      const index = this.armed.findIndex(({ target }) => target.service === service && target.operation === operation);
      const armed = this.armed[index];
      if (armed && armed.skip > 0) armed.skip--;
      else if (armed) {
        this.armed.splice(index, 1);
        const kind = armed.crash.at === 'beforeCall' ? 'hang' : 'cutBody';
        this.crashes++;
        this.taken.push({ service, operation, kind, isCrash: true });
        kill();
        return { kind };
      }
      const fault = take(service, operation);
      if (fault) {
        this.faults++;
        this.taken.push({ service, operation, kind: fault.kind, isCrash: false });
      }
      return fault;
    };
  }

  arm(crash: Crash, target: Target): void {
    this.armed.push({ crash, target, skip: crash.skip });
  }

  /** Repeats that a run may cause: what SNS took, and the function did not hear of or could not save. */
  excuse(published: number): void {
    if (published === 0) return;
    const unheard = this.taken.filter(({ service, kind }) => service === 'sns' && kind === 'cutBody').length;
    const isUnsaved = this.taken.some(
      ({ service, isCrash }) => service === 'dynamodb' || (isCrash && service !== 'sns'),
    );
    this.excused += unheard + (isUnsaved ? 1 : 0);
  }
}
