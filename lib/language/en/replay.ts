/** English for what a replay says of its files. Keys, flags and commands are the same in every language. */
export const EN_REPLAY = {
  forReplay: (flag: string) => `${flag} is for a replay; add --replay FILE, or leave ${flag} out`,
  needsQuotas: '--replay needs the quotas of the incident; add --quotas FILE, a saved list-service-quotas',
  oneRegion: '--replay is of one Region and several are given; run it once for each Region',
  oneInput: (flags: string) => `${flags} cannot all be -: standard input is one file; name files for the others`,
  and: ' and ',
  standardInput: 'standard input',
  noClock: (file: string) => `${file} has no line and so gives no time; add lines, or --at TIME`,
  notes: {
    ignored: (file: string, keys: string, known: string) =>
      `${file}: ignored ${keys}; the keys that count are ${known}`,
    profile: '--profile is not used in a replay; --profiles FILE names profiles',
    noTraffic: (file: string, time: string) => `${file} has no line: no traffic at ${time}`,
    takenAs: (file: string, listed: string, region: string) => `${file} is of ${listed}, taken as ${region}`,
    outside: (file: string, lines: string, parts: string) => `${file}: of ${lines}, ${parts}`,
    line: ['line', 'lines'],
    early: (count: string, lookback: string, how: string) =>
      `${count} before the look-back of ${lookback} (${how}; the day readings use the last 1,440 minutes in any case)`,
    longer: (hours: number) => `--lookback ${hours}h includes them`,
    tooEarly: '24h is the maximum, for the rest set an earlier --at',
    late: (count: string, now: string, at: string) => `${count} at or after ${now} (--at ${at} includes them)`,
  },
  file: {
    unreadable: (file: string, why: string) =>
      `${file} cannot be read (${why}); name a file of UTF-8 text, or - for standard input`,
    notJson: (file: string, why: string, command: string) =>
      `${file} is not JSON (${why}); save the JSON output of: ${command}`,
    noList: (file: string, key: string, command: string) =>
      `${file} has no "${key}" list; save the JSON output of: ${command}`,
    empty: (file: string, command: string) => `${file} lists no quota; save the JSON output of: ${command}`,
    noInference: (file: string) => `${file} names no Bedrock inference quota; give the list of --service-code bedrock`,
    regions: (file: string, names: string) => `${file} mixes the quotas of ${names}; give the list of one Region`,
    accounts: (file: string, names: string) => `${file} mixes the quotas of ${names}; give the list of one account`,
    noRegion: (file: string) => `no Region: no ARN of ${file} names one; add --region us-east-1`,
    otherDefaults: (file: string, other: string, quotas: string, region: string) =>
      `${file} is of ${other} and ${quotas} of ${region}; defaults differ by Region, give those of ${region}`,
  },
  /** What is wrong with a row of a list. */
  row: {
    is: (row: string, got: string, need: string) => `${row} is ${got}, ${need}`,
    has: (row: string, key: string, got: string, need: string) => `${row} has the ${key} ${got}, ${need}`,
    lacks: (row: string, key: string, need: string) => `${row} has the ${key} missing, ${need}`,
  },
  /** What is wrong with a line of the minutes. */
  line: {
    at: (count: number) => `line ${count}`,
    entry: (count: number) => `entry ${count}`,
    notArray: (file: string, why: string) =>
      `${file} begins like a JSON array and is not one (${why}); expected one JSON object per line, or one array; docs/replay.md describes the format`,
    notJson: (got: string) => `not JSON: ${got}, expected one JSON object per line`,
    twice: (place: string, time: string, modelId: string, before: string) =>
      `${place} repeats ${time} of ${modelId} after ${before}, expected one line for both`,
    bad: (file: string, count: string, all: number, faults: string) =>
      `${file}: ${count} of ${all}: ${faults}; docs/replay.md describes the format`,
    more: (count: number) => `and ${count} more`,
    badLine: ['bad line', 'bad lines'],
    itself: (got: string, need: string) => `it is ${got}, ${need}`,
    is: (key: string, got: string, need: string) => `${key} is ${got}, ${need}`,
    lacks: (key: string, need: string) => `${key} is missing, ${need}`,
  },
  needs: {
    object: 'expected an object',
    jsonObject: 'expected a JSON object',
    text: 'expected text',
    texts: 'expected a list of texts',
    types: 'expected SYSTEM_DEFINED or APPLICATION',
    models: 'expected [{ "modelArn": "…" }]',
    time: 'expected an ISO time with its zone, such as 2026-10-14T14:32:00Z',
    modelId: 'expected the ModelId of the CloudWatch metric',
    endpoint: 'expected "runtime" or "mantle"',
    count: (most: number) => `expected a number from 0 to ${most}`,
  },
};
