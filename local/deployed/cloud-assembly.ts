import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One resource of a synthesised template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A synthesised stack: its template and the folder its assets are in. */
export interface SynthesisedStack {
  readonly directory: string;
  readonly stackName: string;
  readonly resources: Readonly<Record<string, TemplateResource>>;
  /** Condition → what it tests. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

interface Template {
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
}

interface Manifest {
  readonly artifacts?: Readonly<
    Record<
      string,
      { readonly type?: string; readonly properties?: { readonly templateFile?: string; readonly stackName?: string } }
    >
  >;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** Reads the one stack of a cloud assembly (`cdk.out`). @throws Error when it holds none or several. */
export function readSynthesisedStack(directory: string): SynthesisedStack {
  const manifest = readJson<Manifest>(join(directory, 'manifest.json'));
  const stacks = Object.entries(manifest.artifacts ?? {}).filter(
    ([, artifact]) => artifact.type === 'aws:cloudformation:stack',
  );
  const [only, ...others] = stacks;
  if (!only || others.length > 0) throw new Error(`${directory} holds ${stacks.length} stacks; exactly one is needed`);
  const [id, { properties }] = only;
  if (!properties?.templateFile) throw new Error(`${directory} names no template for the stack ${id}`);
  const { Resources = {}, Conditions = {} } = readJson<Template>(join(directory, properties.templateFile));
  return { directory, stackName: properties.stackName ?? id, resources: Resources, conditions: Conditions };
}

/** Values of `Ref`, `Fn::GetAtt` and conditions: `LogicalId` or `LogicalId.Attribute` → text, and the pseudo parameters. */
export type ReferenceValues = Readonly<Record<string, string>>;

/** Resolves the intrinsic functions the stack uses. @throws Error for a reference without a value. */
export function resolveValue(value: unknown, references: ReferenceValues): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) throw new Error(`cannot resolve ${JSON.stringify(value)}`);
  const [entry] = Object.entries(value);
  const [name, argument] = entry ?? ['', undefined];
  switch (name) {
    case 'Ref':
      return lookUp(String(argument), references);
    case 'Fn::GetAtt':
      return lookUp(Array.isArray(argument) ? argument.join('.') : String(argument), references);
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map((part) => resolveValue(part, references)).join(separator);
    }
    case 'Fn::Sub':
      return String(argument).replace(/\$\{([^}]+)\}/g, (_, key: string) => lookUp(key, references));
    case 'Fn::Equals': {
      const [one, other] = (argument as unknown[]).map((side) => resolveValue(side, references));
      return String(one === other);
    }
    case 'Fn::If': {
      const [condition, yes, no] = argument as [string, unknown, unknown];
      return resolveValue(lookUp(condition, references) === 'true' ? yes : no, references);
    }
    default:
      throw new Error(`the intrinsic function ${name} is not known to the local account`);
  }
}

function lookUp(key: string, references: ReferenceValues): string {
  const value = references[key];
  if (value === undefined) throw new Error(`the template refers to ${key}, which has no value in the local account`);
  return value;
}

/** Environment variables and code folder of a function as synthesised. */
export interface SynthesisedFunction {
  readonly codeDirectory: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The function that has an environment variable, with its environment resolved. @throws Error when there is none. */
export function findFunction(
  stack: SynthesisedStack,
  variable: string,
  references: ReferenceValues,
): SynthesisedFunction {
  for (const [id, resource] of Object.entries(stack.resources)) {
    if (resource.Type !== 'AWS::Lambda::Function') continue;
    const properties = resource.Properties as
      | { Handler?: string; Environment?: { Variables?: Record<string, unknown> } }
      | undefined;
    const variables = properties?.Environment?.Variables;
    if (!variables || !(variable in variables)) continue;
    const asset = resource.Metadata?.['aws:asset:path'];
    if (typeof asset !== 'string') throw new Error(`the function ${id} names no asset; synthesise with asset metadata`);
    return {
      codeDirectory: join(stack.directory, asset),
      handler: properties?.Handler ?? 'index.handler',
      environment: Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name, resolveValue(value, references)]),
      ),
    };
  }
  throw new Error(`no function of the stack has the environment variable ${variable}`);
}
