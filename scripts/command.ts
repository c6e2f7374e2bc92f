import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { EnvironmentError } from '#repository/environment-error.ts';
import { projectRoot } from '#repository/playbook-root.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Runs one command: reads its arguments, sets the exit code; 1 is the content's fault, 2 the tool's or the machine's. */
export async function command<const O extends Options>(
  usage: string,
  options: O,
  main: (given: { values: ReturnType<typeof parse<O>>['values']; positionals: string[] }) => Promise<number>,
): Promise<void> {
  // What a command loads from here on is compiled once and kept.
  enableCompileCache(join(projectRoot, '.cache/compiled'));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  try {
    const given = parse(options);
    if ((given.values as { help?: boolean }).help) console.log(usage);
    else process.exitCode = await main(given);
  } catch (error) {
    process.exitCode = 2;
    console.error(explain(error, usage));
  }
}

const parse = <const O extends Options>(options: O) =>
  parseArgs({
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: true,
  });

function explain(error: unknown, usage: string): string {
  if (error instanceof EnvironmentError) return `${error.message}\n${error.remedy}`;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\n\n${usage}`;
  if (code === 'EACCES' || code === 'EPERM') return `No permission: ${message}`;
  if (code === 'ENOSPC') return `The disk is full: ${message}`;
  return `The tool itself failed, which is not the fault of the content.\n${error instanceof Error ? error.stack : String(error)}`;
}
