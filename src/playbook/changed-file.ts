/** A file under content/ that differs between two states of a playbook. */
export interface ChangedFile {
  /** Path from the root on each side; undefined where it is not there. A rename has both, and they differ. */
  before: string | undefined;
  after: string | undefined;
  /** What it says; undefined where there is no file that may be read. */
  textBefore: string | undefined;
  textAfter: string | undefined;
}
