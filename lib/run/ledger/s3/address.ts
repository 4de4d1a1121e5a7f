/** A bucket, and where it is. */
export interface BucketAddress {
  readonly bucket: string;
  readonly region?: string;
  readonly endpoint?: string;
}
