/** English for `headroom`. */
export const EN_HEADROOM = {
  columns: {
    region: 'REGION',
    scope: 'SCOPE',
    call: 'CALL',
    state: 'STATE',
    tokens: 'FREE TPM',
    requests: 'FREE RPM',
    applied: 'APPLIED',
    peak: 'PEAK',
    data: 'DATA MAY LEAVE',
    quota: 'QUOTA',
  },
  scopes: { onDemand: 'on-demand', crossRegion: 'cross-Region', globalCrossRegion: 'global', mantle: 'bedrock-mantle' },
  states: { ok: 'ok', zero: '0', noQuota: 'no quota known', notOffered: 'not offered', unreadable: 'not read' },
  data: { region: 'the Region', geography: 'the geography' },
  head: (model: string) => `Room for ${model}, after the fullest minute of the look-back`,
  best: (modelId: string, region: string, tokens: string) => `Most room: call ${modelId} in ${region}: ${tokens}`,
  free: (tokens: string) => `${tokens} tokens/min free`,
  freeUnknown: 'no quota of tokens is known there',
  none: 'No way to call it has room.',
  failed: (region: string, why: string) => `${region}: ${why}`,
  complaints: {
    regions: 'Give Region names with commas between them, or all.',
    noModel: (reason: string) => `no model to look for: ${reason}; quotas lists the models`,
  },
};
