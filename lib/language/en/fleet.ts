import type { FleetWords } from '../../core/words/fleet';

const LEAVE_OUT = 'Or leave the accounts out: the property organization.exclude, or accounts without them';
const BY_ITSELF = 'Each is tried again every 5 to 15 minutes, and it is told when they can be read';

/** English for a fleet as a whole. */
export const EN_FLEET: FleetWords = {
  target: ['target', 'targets'],
  view: {
    title: (watchdog: string) => `Bedrock quotas, ${watchdog}`,
    caption: 'Accounts and Regions, worst first. Times in UTC.',
    columns: {
      account: 'Account',
      region: 'Region',
      state: 'State',
      open: 'Open',
      worst: 'Look at first',
      seen: 'Seen',
    },
    open: 'With alerts',
    unseen: 'Not seen',
    accounts: 'Accounts',
    regions: 'Regions',
    ofTargets: (count: string) => `of ${count} accounts and Regions`,
    notSeen: 'Not seen:',
    nothing: 'nothing open',
    more: (count: string) => `${count} more, none of them worse than these.`,
    back: 'All accounts and Regions',
    noSuch: (place: string) => `Nothing is known of ${place}: it is not watched, or nobody has looked at it yet.`,
  },
  digest: {
    targets: (open: number, all: number) => `Targets, worst first (something is open in ${open} of ${all})`,
  },
  unread: {
    subject: (targets: string, reason: string) => `${targets} not watched: ${reason}`,
    summary: ({ targets, isOne, reason, said }) =>
      `${targets} ${isOne ? 'is' : 'are'} not watched: ${reason}. Of the first: ${said}.`,
    reasons: {
      role: 'the reader role is missing or does not trust the watchdog',
      denied: 'the reader role may not do what is needed',
      notEnabled: 'the Region is not enabled in the account',
      throttled: 'AWS throttles the calls',
      hanging: 'AWS gives no answer in time',
      other: 'they cannot be read',
    },
    remedies: {
      role: [
        'Deploy the reader role there: in an organisation the StackSet of the stack does it (look at its failed instances), elsewhere the template of the reader role',
        LEAVE_OUT,
      ],
      denied: [
        'Deploy the reader role there again, and look for a service control policy that denies the action in this Region',
        LEAVE_OUT,
      ],
      notEnabled: ['Enable the Region in these accounts, or take it out of the property regions', LEAVE_OUT],
      throttled: [BY_ITSELF, 'If it lasts, watch fewer Regions, or ask AWS to raise the rate of these calls'],
      hanging: ['Look at AWS Health for this Region', BY_ITSELF],
      other: ["Read the worker's log of these targets", BY_ITSELF],
    },
  },
};
