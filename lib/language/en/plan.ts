/** English for `plan` and `pace`. */
export const EN_PLAN = {
  columns: { scope: 'SCOPE', binds: 'BINDS FIRST', applied: 'APPLIED', carries: 'CARRIES', quota: 'QUOTA' },
  workload: (requests: string, input: string, output: string, maxTokens: string) =>
    `${requests} per minute of ${input} input and ${output} output tokens, ${maxTokens}`,
  maxTokens: (tokens: string) => `max_tokens ${tokens}`,
  unset: 'max_tokens unset',
  settled: (tokens: string, rate: string) => `settles at ${tokens} tokens/min (input + output × ${rate})`,
  settledUnknown: 'what it settles at is not known: no burndown rate is known for the model; set one with --burndown',
  reserved: (tokens: string) => `reserves up to ${tokens} tokens/min, if all calls of a minute run at once`,
  reservedUnknown:
    'what it reserves is not known: give --max-tokens, because the largest output of the model is not known',
  unknown: 'unknown',
  noQuota: 'no quota of the model is known for calls of this kind',
  fits: 'the workload fits',
  fitsNot: 'the workload does not fit',
  fitsUnknown: 'whether the workload fits is not known',
  ask: (code: string, value: string) => `ask for ${value} of ${code}:`,
  lower: (tokens: string, requests: string) =>
    `with max_tokens ${tokens}, twice the size of the answers, the same quota carries ${requests} requests/min`,
  legend: 'CARRIES: requests per minute that never wait, even if all of a minute are reserved at once',
  complaints: {
    noModel: (reason: string) => `no model to plan for: ${reason}; quota-watchdog quotas lists the models`,
    oneOf: 'give either a model or --tokens-per-day',
    noDay: (model: string) => `no token quota is known for ${model}; give --tokens-per-day`,
  },
  pace: {
    day: (tokens: string) => `${tokens} tokens per day`,
    minute: (tokens: string) => `spread evenly: ${tokens} per minute`,
    second: (tokens: string) => `${tokens} per second`,
    perRequest: (tokens: string) => `at ${tokens} tokens per request`,
    requests: (minute: string, second: string) => `safe: ${minute} requests/min, ${second} requests/s`,
    seconds: (seconds: string) => `one request every ${seconds} seconds`,
    noRequests: 'how many requests that is depends on their size, and none was seen; give --tokens-per-request',
  },
};
