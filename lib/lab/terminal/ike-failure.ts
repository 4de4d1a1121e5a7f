/** A negotiation that ended without a tunnel, as a device keeps it. */
export interface IkeFailure {
  readonly local: string;
  readonly remote: string;
  /** In the device's words. */
  readonly error: string;
}
