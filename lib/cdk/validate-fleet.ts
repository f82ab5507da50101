import { Aws, Stack, Token } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct } from 'constructs';
import type { Fleet, WatchedOrganization } from './fleet/fleet';
import { targetsOf } from './fleet/fleet-variables';
import { refuse } from './validation/validate-props';
import type { BedrockQuotaWatchdogProps } from './watchdog-props';

const ACCOUNT_ID = /^\d{12}$/;

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html (read 2026-11) */
const PARENT_ID = /^(?:ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32})$/;
const ROOT_ID = /^r-[0-9a-z]{4,32}$/;

const ROLE_ARN = /^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;

/**
 * Each account is an ARN in the workers' policy, of whose 10,240 characters IAM takes, and an id in the 4 KB of environment
 * that Lambda takes.
 */
const MOST_ACCOUNTS = 50;

/** A trust policy has 2,048 characters. */
const MOST_OPERATORS = 10;

/** Lambda takes 4 KB of environment in all; names and the other values use less than 1.5 KB of it. */
const ENVIRONMENT_BYTES = 2500;

/** IAM takes no shorter external id, which is the watchdog's name. */
const SHORTEST_NAME = 2;

/** Lambda takes as many for a queue. */
const CONCURRENCY = { least: 2, most: 1000, unset: 8 };

/** The properties that a fleet is made of. */
type FleetProps = Pick<
  BedrockQuotaWatchdogProps,
  'regions' | 'accounts' | 'organization' | 'operators' | 'maxConcurrency' | 'monitoringAccount'
>;

/** The properties that a fleet bears less of than a single target. */
type OtherProps = Pick<
  BedrockQuotaWatchdogProps,
  'modelOverrides' | 'burndownRates' | 'metricsPerQuota' | 'metricsPerRegion' | 'refusalEvidence'
>;

/** @throws Error for a value that is wrong, or stands there twice; tokens pass, and a list that is one. */
function validateEach(
  what: string,
  list: readonly string[],
  isRight: (value: string) => boolean,
  allowed: string,
): void {
  if (Token.isUnresolved(list)) return;
  list.forEach((value, index) => {
    if (Token.isUnresolved(value)) return;
    if (!isRight(value)) refuse(`${what}[${index}]`, value, allowed);
    if (list.indexOf(value) !== index) refuse(`${what}[${index}]`, value, 'it stands there twice');
  });
}

/** The partition of a Region; `undefined`: not known at synth. */
function partitionOf(region: string): string | undefined {
  return Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition;
}

function validateRegions(scope: Construct, regions: readonly string[]): void {
  if (regions.length === 0) refuse('regions', regions, 'name at least one, or leave it out for the own Region');
  const known = new Set(RegionInfo.regions.map(({ name }) => name));
  const allowed = 'a Region such as us-east-1 that aws-cdk-lib knows is needed; for a newer one update it';
  validateEach('regions', regions, (region) => known.has(region), allowed);
  if (Token.isUnresolved(regions)) return;
  const home = partitionOf(Stack.of(scope).region);
  const first = home ?? regions.map(partitionOf).find((partition) => partition !== undefined);
  regions.forEach((region, index) => {
    const partition = partitionOf(region);
    if (partition === undefined || partition === first) return;
    refuse(
      `regions[${index}]`,
      region,
      `it is in the partition ${partition}; only Regions of ${first} can be read with it`,
    );
  });
}

/** What is wrong with the choice of accounts of an organisation, or all of it with its defaults. */
function toOrganization(given: WatchedOrganization): NonNullable<Fleet['organization']> {
  const { organizationalUnits = [], all = false, exclude = [], delegatedAdministrator = false, rootId } = given;
  if (all === organizationalUnits.length > 0)
    refuse('organization', given, 'either organizationalUnits, at least one, or all: true is needed');
  const parents = 'an id such as ou-ab12-cdefgh34, or of a root such as r-ab12, is needed';
  validateEach('organization.organizationalUnits', organizationalUnits, (id) => PARENT_ID.test(id), parents);
  validateEach('organization.exclude', exclude, (id) => ACCOUNT_ID.test(id), 'an account id of 12 digits is needed');
  if (rootId !== undefined && !all) refuse('organization.rootId', rootId, 'it goes with all: true only');
  if (rootId !== undefined && !Token.isUnresolved(rootId) && !ROOT_ID.test(rootId))
    refuse('organization.rootId', rootId, 'an id such as r-ab12 is needed');
  return { organizationalUnits, all, exclude, delegatedAdministrator, ...(rootId === undefined ? {} : { rootId }) };
}

function validateAccounts(accounts: readonly string[], excluded: readonly string[]): void {
  validateEach('accounts', accounts, (id) => ACCOUNT_ID.test(id), 'an account id of 12 digits is needed');
  if (accounts.length > MOST_ACCOUNTS)
    refuse(
      'accounts',
      `${accounts.length} accounts`,
      `at most ${MOST_ACCOUNTS} can be named; more are an organization`,
    );
  accounts.forEach((id, index) => {
    if (!Token.isUnresolved(id) && excluded.includes(id))
      refuse(`accounts[${index}]`, id, 'organization.exclude has it too; one of them is needed');
  });
}

function validateOperators(scope: Construct, operators: readonly string[], regions: readonly string[]): void {
  const allowed = 'the ARN of a role such as arn:aws:iam::111122223333:role/Operator is needed';
  validateEach('operators', operators, (arn) => ROLE_ARN.test(arn), allowed);
  if (operators.length > MOST_OPERATORS)
    refuse('operators', `${operators.length} roles`, `at most ${MOST_OPERATORS} fit into the trust of a role`);
  const known = Token.isUnresolved(regions) ? [] : regions;
  const partition = [Stack.of(scope).region, ...known].map(partitionOf).find((one) => one !== undefined);
  operators.forEach((arn, index) => {
    const [, own] = ROLE_ARN.exec(arn) ?? [];
    if (own === undefined || partition === undefined || own === partition) return;
    refuse(`operators[${index}]`, arn, `a role of the partition ${partition} is needed`);
  });
}

/** Those of a list that are not the stack's own, as far as synth knows; a list that is a token stays as it is. */
function othersOf(list: readonly string[], own: readonly string[]): readonly string[] {
  return Token.isUnresolved(list) ? list : list.filter((one) => !own.includes(one));
}

/**
 * The accounts and Regions of a watchdog; `undefined`: its own account and Region alone, which need no fleet.
 * @throws Error for what cannot be: what, got, allowed.
 */
export function toFleet(scope: Construct, props: FleetProps): Fleet | undefined {
  const { account, region } = Stack.of(scope);
  const { regions = [region], operators = [], maxConcurrency = CONCURRENCY.unset, monitoringAccount = false } = props;
  const organization = props.organization && toOrganization(props.organization);
  validateRegions(scope, regions);
  validateAccounts(props.accounts ?? [], organization?.exclude ?? []);
  validateOperators(scope, operators, regions);
  const { least, most } = CONCURRENCY;
  if (!Number.isInteger(maxConcurrency) || maxConcurrency < least || maxConcurrency > most)
    refuse('maxConcurrency', maxConcurrency, `a whole number from ${least} to ${most} is needed`);
  const accounts = othersOf(props.accounts ?? [], [account, Aws.ACCOUNT_ID]);
  const hasOthers = accounts.length > 0 || othersOf(regions, [region, Aws.REGION]).length > 0;
  if (monitoringAccount && !organization && accounts.length === 0)
    refuse('monitoringAccount', true, 'it needs accounts or an organization besides the own');
  if (organization || hasOthers)
    return { regions, accounts, organization, operators, maxConcurrency, monitoringAccount };
  const needsOthers = 'it needs regions, accounts or an organization besides the own';
  if (operators.length > 0) refuse('operators', operators, needsOthers);
  if (props.maxConcurrency !== undefined) refuse('maxConcurrency', maxConcurrency, needsOthers);
  return undefined;
}

/** @throws Error for what a watchdog of several accounts or Regions cannot have: what, got, allowed. */
export function validateForFleet(scope: Construct, watchdogName: string, fleet: Fleet, props: OtherProps): void {
  if (Token.isUnresolved(watchdogName) || watchdogName.length < SHORTEST_NAME)
    refuse(
      'watchdogName',
      watchdogName,
      'with other accounts or Regions at least 2 characters, known at synth, are needed',
    );
  const isKnown = (one: string) => !Token.isUnresolved(one) || one === Aws.REGION;
  if (props.metricsPerRegion && (Token.isUnresolved(fleet.regions) || !fleet.regions.every(isKnown)))
    refuse('metricsPerRegion', true, 'the regions must be known at synth, for each has alarms of its own');
  if (props.metricsPerQuota) refuse('metricsPerQuota', true, 'with other accounts or Regions leave it out');
  const { region } = Stack.of(scope);
  const mayBeHome = (one: string) => one === region || Token.isUnresolved(one);
  const isHomeWatched = [fleet.regions, region].some(Token.isUnresolved) || fleet.regions.some(mayBeHome);
  if (props.refusalEvidence && !isHomeWatched)
    refuse('refusalEvidence', true, `it is of the own Region; name ${region} among the regions, or leave it out`);
  const { modelOverrides = {}, burndownRates = {} } = props;
  const texts = [targetsOf(fleet), JSON.stringify(modelOverrides), JSON.stringify(burndownRates)];
  const bytes = Buffer.byteLength(texts.join(''));
  if (bytes > ENVIRONMENT_BYTES) {
    refuse(
      'what regions, accounts, organization, modelOverrides and burndownRates make',
      `${bytes} bytes of JSON`,
      `at most ${ENVIRONMENT_BYTES} fit into the workers' environment`,
    );
  }
}
