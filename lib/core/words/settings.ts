/** What is wrong with settings that a person wrote. */
export interface SettingsWords {
  readonly is: (what: string, got: string, need: string) => string;
  readonly notJson: (what: string, text: string, need: string) => string;
  readonly unreadable: (what: string, error: string) => string;
  readonly needs: {
    readonly overrides: string;
    readonly quotaCode: string;
    readonly modelIds: string;
    readonly modelId: string;
    readonly rates: string;
  };
  readonly keyOf: (place: string) => string;
  readonly idOf: (list: string) => string;
  readonly noModelId: (id: string) => string;
  readonly rate: (id: string, got: string, highest: string) => string;
}
