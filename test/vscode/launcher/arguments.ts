import type { WorkbenchRequest } from './workbench';

/** What a VS Code command line asks for. */
export interface LaunchRequest extends WorkbenchRequest {
  readonly suite: string;
  /** Whether every workspace is trusted without asking. */
  readonly isTrusted: boolean;
}

/** Reads a VS Code command line, as `runTests` of `@vscode/test-electron` writes it. Other flags have no effect. */
export function toLaunchRequest(args: readonly string[]): LaunchRequest {
  const workspace = args.find((arg) => !arg.startsWith('-'));
  const extension = findValue(args, 'extensionDevelopmentPath');
  const suite = findValue(args, 'extensionTestsPath');
  if (workspace === undefined || extension === undefined || suite === undefined) {
    throw new Error('Usage: code FOLDER --extensionDevelopmentPath=FOLDER --extensionTestsPath=MODULE');
  }
  return {
    workspace,
    extension,
    suite,
    isWeb: findValue(args, 'extensionDevelopmentKind') === 'web',
    isTrusted: args.includes('--disable-workspace-trust'),
  };
}

function findValue(args: readonly string[], flag: string): string | undefined {
  const prefix = `--${flag}=`;
  return args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
}
