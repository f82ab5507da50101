/** English for `headroom`. */
export const EN_HEADROOM = {
  columns: {
    region: 'REGION',
    scope: 'SCOPE',
    state: 'STATE',
    tokens: 'FREE TPM',
    requests: 'FREE RPM',
  },
  scopes: { onDemand: 'on-demand', crossRegion: 'cross-Region', globalCrossRegion: 'global', mantle: 'bedrock-mantle' },
  states: { ok: 'ok', zero: '0', noQuota: 'no quota known', notOffered: 'not offered', unreadable: 'not read' },
  call: {
    applied: (value: string) => `applied ${value}`,
    peak: (value: string) => `peak ${value}`,
    data: { region: 'data may leave the Region', geography: 'data may leave the geography' },
  },
  head: (model: string) => `Room for ${model}, after the busiest minute of the look-back`,
  best: (modelId: string, region: string, tokens: string) => `Most room: call ${modelId} in ${region}: ${tokens}`,
  free: (tokens: string) => `${tokens} tokens/min free`,
  freeUnknown: 'no token quota is known there',
  none: 'It has room in no scope and no Region that was read.',
  failed: (region: string, why: string) => `${region}: ${why}`,
  complaints: {
    regions: 'Give Region names with commas between them, or all.',
    noModel: (reason: string) => `no model to look for: ${reason}; quota-watchdog quotas lists the models`,
  },
};
