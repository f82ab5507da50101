/** Protocols whose subscribers are programs. Each needs its own copy: without one, SNS hands them `default`. */
const MACHINE_PROTOCOLS = ['lambda', 'sqs', 'http', 'https'] as const;

/** A message by protocol. */
export type Bodies = Readonly<Record<string, string>>;

/** The bodies of a message: `default` and `email` are for people, the others for programs. */
export function toBodies(text: string, json: string): Bodies {
  return { default: text, email: text, ...Object.fromEntries(MACHINE_PROTOCOLS.map((protocol) => [protocol, json])) };
}

/** Each body once, as it waits in the outbox; what {@link toBodies} did not make stays as it is. */
export function foldBodies(bodies: Bodies): Bodies {
  const { email, sqs } = bodies;
  if (email === undefined || sqs === undefined) return bodies;
  const whole = toBodies(email, sqs);
  const names = Object.keys(bodies);
  const isWhole = names.length === Object.keys(whole).length && names.every((name) => bodies[name] === whole[name]);
  return isWhole ? { email, sqs } : bodies;
}

/** All protocols again. */
export function unfoldBodies(bodies: Bodies): Bodies {
  const { email, sqs } = bodies;
  return email === undefined || sqs === undefined ? bodies : { ...toBodies(email, sqs), ...bodies };
}
