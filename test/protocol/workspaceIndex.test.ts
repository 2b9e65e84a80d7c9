import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import { generateProject, type ProjectFiles } from '../generated/projects';
import { checkAll, type Found } from './support/commandLine';
import type { TestEditor } from './support/testEditor';
import { withEditor } from './support/withEditor';

const MANIFEST = '{ "dependencies": { "@nestjs/jwt": "^11.0.0", "@nestjs/common": "^11.0.0" } }';
const SERVICE = `
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class AuthService {
  constructor(private readonly jwt: JwtService) {}

  login(id: string) {
    return { access_token: this.jwt.sign({ sub: id }) };
  }
}
`;
const moduleWith = (options: string): string => `
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AuthService } from './auth.service';

@Module({ imports: [JwtModule.register({ secret: process.env.JWT_SECRET, ${options} })], providers: [AuthService] })
export class AuthModule {}
`;
const NEST: ProjectFiles = {
  'package.json': MANIFEST,
  'src/auth.service.ts': SERVICE,
  'src/auth.module.ts': moduleWith("signOptions: { algorithm: 'HS256' }"),
};

async function foundIn(editor: TestEditor, name: string): Promise<Found> {
  const diagnostics = await editor.diagnostics(name);
  return diagnostics.map(({ code, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`).sort();
}

/** Asks for the findings of a file until they are these; every answer on the way. */
async function waitFor(editor: TestEditor, name: string, expected: Found): Promise<readonly Found[]> {
  const answers: Found[] = [];
  for (const start = Date.now(); ; ) {
    const found = await foundIn(editor, name);
    answers.push(found);
    if (JSON.stringify(found) === JSON.stringify(expected)) return answers;
    if (Date.now() - start > 8000) assert.deepEqual(found, expected, name);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

for (const transport of ['stdio', 'worker'] as const) {
  describe(`the workspace index over ${transport}`, function () {
    this.timeout(60_000);

    it('finds in the end what the command line finds, and takes nothing back on the way', async () => {
      for (const seed of [3, 7, 11]) {
        const { files } = generateProject(seed);
        const expected = await checkAll(files);
        await withEditor(files, { transport }, async (editor) => {
          for (const name of Object.keys(files)) if (name.endsWith('.ts')) await editor.open(name, files[name] ?? '');
          const scripts = Object.keys(files).filter((name) => name.endsWith('.ts'));
          for (const name of scripts) {
            const answers = await waitFor(editor, name, expected.get(name) ?? []);
            for (const [at, found] of answers.entries()) {
              const before = answers[at - 1] ?? [];
              assert.ok(
                before.every((line) => found.includes(line)),
                `${name} of project ${seed} flickers`,
              );
            }
          }
          await editor.until('the index', () => editor.indexStates.includes('complete'));
          assert.deepEqual(editor.indexStates, ['building', 'complete']);
          for (const name of scripts) assert.deepEqual(await foundIn(editor, name), expected.get(name) ?? [], name);
          assert.deepEqual(editor.logged, []);
        });
      }
    });

    it('knows options that another file registers, as they change on disk and in the editor', () =>
      withEditor(NEST, { transport }, async (editor, folder) => {
        const missing = ['10:28 jwt-missing-expiry'];
        await editor.open('src/auth.service.ts', SERVICE);
        await waitFor(editor, 'src/auth.service.ts', missing);

        const mended = moduleWith("signOptions: { algorithm: 'HS256', expiresIn: '15m' }");
        folder.write('src/auth.module.ts', mended);
        await editor.filesChanged({ name: 'src/auth.module.ts', type: FileChangeType.Changed });
        await waitFor(editor, 'src/auth.service.ts', []);

        await editor.open('src/auth.module.ts', mended);
        await editor.change('src/auth.module.ts', moduleWith("signOptions: { algorithm: 'HS256' }"));
        await waitFor(editor, 'src/auth.service.ts', missing);
        await editor.close('src/auth.module.ts');
        await waitFor(editor, 'src/auth.service.ts', []);
      }));

    it('learns of files that are added, and forgets those that are gone', () =>
      withEditor({}, { transport }, async (editor, folder) => {
        const use = [
          "import type { TokenStore } from './store';",
          'export class Session {',
          '  constructor(private readonly store: TokenStore) {}',
          '  async login() {',
          "    const response = await fetch('/api/login', { method: 'POST' });",
          '    this.store.keep((await response.json()).access_token);',
          '  }',
          '}',
          '',
        ].join('\n');
        const store = 'export interface TokenStore {\n  keep(value: string): void;\n}\n';
        const browser = [
          "import type { TokenStore } from './store';",
          'export class BrowserStore implements TokenStore {',
          '  keep(value: string) {',
          "    localStorage.setItem('entry', value);",
          '  }',
          '}',
          '',
        ].join('\n');
        folder.write('store.ts', store);
        await editor.open('session.ts', use);
        await waitFor(editor, 'session.ts', []);
        folder.write('browser.ts', browser);
        await editor.filesChanged({ name: 'browser.ts', type: FileChangeType.Created });
        await waitFor(editor, 'session.ts', ['6:21 token-in-web-storage']);
        folder.write('browser.ts', browser.replace('localStorage.setItem', 'memory.set'));
        await editor.filesChanged({ name: 'browser.ts', type: FileChangeType.Changed });
        await waitFor(editor, 'session.ts', []);
      }));
  });
}
