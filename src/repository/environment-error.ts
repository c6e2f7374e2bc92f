/** Something around the playbook is missing or refuses: a folder, git, a port, a browser. Never a content error. */
export class EnvironmentError extends Error {
  /** What to do about it, one sentence. */
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'EnvironmentError';
    this.remedy = remedy;
  }
}
