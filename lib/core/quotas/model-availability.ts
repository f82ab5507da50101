import type { BlindSpot } from '../vocabulary/blind-spot';

/**
 * What `GetFoundationModelAvailability` answers of a base model in an account and Region, in AWS's own words; `null` where
 * the reply has none. Or why it could not be asked.
 */
export type ModelAvailability =
  | {
      readonly modelId: string;
      /** `AUTHORIZED`, `NOT_AUTHORIZED`. */
      readonly authorization: string | null;
      /** `AVAILABLE`, `PENDING`, `NOT_AVAILABLE`, `ERROR`. */
      readonly agreement: string | null;
      /** `AVAILABLE`, `NOT_AVAILABLE`. */
      readonly entitlement: string | null;
      /** `AVAILABLE`, `NOT_AVAILABLE`. */
      readonly region: string | null;
    }
  | { readonly modelId: string; readonly blindSpot: BlindSpot };
