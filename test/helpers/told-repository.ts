import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitOptions, TestRepository } from './git.ts';
import { validPlaybook } from './playbook.ts';
import { type Edit, edited, fixture } from './told-change.ts';

/** A repository whose commits are called by names in what commands print. */
export class ToldRepository {
  readonly git: TestRepository;
  readonly #names = new Map<string, string>();

  constructor(git: TestRepository = new TestRepository()) {
    this.git = git;
  }

  /** A repository whose first commit is the small playbook. */
  static withPlaybook(): ToldRepository {
    const repository = new ToldRepository();
    cpSync(join(validPlaybook, 'content'), join(repository.git.root, 'content'), { recursive: true });
    repository.commit('start', 'Start the playbook');
    return repository;
  }

  commit(name: string, message: string, options?: CommitOptions): string {
    return this.name(name, this.git.commit(message, options));
  }

  name(name: string, id: string): string {
    this.#names.set(id, name);
    return id;
  }

  /** Edits a file of the small playbook as it was at first, and commits it. */
  edit(name: string, message: string, file: string, edits: readonly Edit[], options?: CommitOptions): string {
    this.git.write(`content/${file}`, edited(fixture(file), ...edits));
    return this.commit(name, message, options);
  }

  /** Output with names in the place of commit ids, short and full. */
  named(output: string): string {
    let text = output;
    for (const [id, name] of this.#names)
      text = text.replaceAll(id, `<${name}>`).replaceAll(id.slice(0, 10), `<${name}>`);
    return text;
  }
}
