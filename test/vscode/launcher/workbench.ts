import path from 'node:path';
import type { Page } from 'playwright-core';

/** What the workbench opens, and the extension that it runs; paths are absolute. */
export interface WorkbenchRequest {
  /** Folder or `.code-workspace` file. */
  readonly workspace: string;
  readonly extension: string;
  /** Module inside of the extension's folder that exports `run(): Promise<void>`. */
  readonly suite?: string;
  /** Whether the extension runs in the web-worker extension host instead of the Node.js one. */
  readonly isWeb: boolean;
  /** Further construction options of the workbench, such as `configurationDefaults`. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Suites look at all that our channel could ever hold. A desktop VS Code takes the same as `--log`. */
const TRACED = ['logLevel', 'authlint.authlint:trace'];

/** Opens the workbench of the server at `authority` (host and port) in `page`. */
export async function openWorkbench(page: Page, authority: string, request: WorkbenchRequest): Promise<void> {
  const { workspace, isWeb, options } = request;
  const url = new URL(`http://${authority}/`);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  if (isWeb) {
    const developmentOptions = toDevelopmentOptions(authority, request);
    url.searchParams.set('options', JSON.stringify({ ...options, developmentOptions }));
    if (request.suite !== undefined) url.searchParams.set('payload', JSON.stringify([TRACED]));
  } else {
    url.searchParams.set('options', JSON.stringify({ ...options }));
    url.searchParams.set('payload', JSON.stringify(toPayload(authority, request)));
  }
  await page.goto(url.href);
}

/** For the Node.js host, the extension is a folder of the server's machine. */
function toPayload(authority: string, { extension, suite }: WorkbenchRequest): readonly (readonly string[])[] {
  const toUri = (file: string) => `vscode-remote://${authority}${file}`;
  return [
    ['extensionDevelopmentPath', toUri(extension)],
    ...(suite === undefined ? [] : [['extensionTestsPath', toUri(suite)], TRACED]),
  ];
}

/** For the web-worker host, it is a site, as on vscode.dev: from the server's machine it may not start workers. */
function toDevelopmentOptions(authority: string, { extension, suite }: WorkbenchRequest) {
  const toUri = (file: string) => ({
    scheme: 'http',
    authority,
    path: path.posix.join('/extension', path.relative(extension, file)),
  });
  return {
    enableSmokeTestDriver: true,
    extensions: [toUri(extension)],
    ...(suite === undefined ? {} : { extensionTestsPath: toUri(suite) }),
  };
}
