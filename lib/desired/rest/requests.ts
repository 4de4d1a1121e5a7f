/** What is asked to make, to change and to remove an object: paths with placeholders for ids. */
export interface Requests {
  readonly create: string;
  readonly change: string;
  readonly remove: string;
}
