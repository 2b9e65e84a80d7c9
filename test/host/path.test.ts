import assert from 'node:assert/strict';
import { ancestors, basename, dirname, fromUri, join, normalise, relative, toUri } from '../../server/host/files/path';

describe('paths', () => {
  it('are normalised to one spelling', () => {
    assert.equal(normalise('/a//b/./c/../d/'), '/a/b/d');
    assert.equal(normalise('c:\\Users\\me\\app'), 'C:/Users/me/app');
    assert.equal(normalise('\\\\server\\share\\app'), '//server/share/app');
    assert.equal(normalise('/a\\b'), '/a\\b');
    assert.equal(normalise('vscode-vfs://github/a%5Bb%5d/../@c'), 'vscode-vfs://github/%40c');
    assert.equal(normalise('memfs:/app/a b.ts'), 'memfs:/app/a%20b.ts');
    assert.equal(normalise('vscode-notebook-cell:/app/a.ipynb#W1'), 'vscode-notebook-cell:/app/a.ipynb#W1');
  });

  it('are joined and never leave their root', () => {
    assert.equal(join('/a/b', '../c.ts'), '/a/c.ts');
    assert.equal(join('/a', '../../../b'), '/b');
    assert.equal(join('C:/a', '../../b'), 'C:/b');
    assert.equal(join('vscode-vfs://host/a', './[id]/../b c.ts'), 'vscode-vfs://host/a/b%20c.ts');
    assert.equal(join('vscode-vfs://host/', '../x'), 'vscode-vfs://host/x');
  });

  it('know their directory and name', () => {
    assert.equal(dirname('/a/b.ts'), '/a');
    assert.equal(dirname('/'), '/');
    assert.equal(dirname('C:/a'), 'C:/');
    assert.equal(dirname('memfs:/a'), 'memfs:/');
    assert.equal(basename('/a/b.ts'), 'b.ts');
    assert.equal(basename('vscode-vfs://host/a/%5Bid%5D.ts'), '[id].ts');
    assert.deepEqual([...ancestors('/a/b')], ['/a/b', '/a', '/']);
    assert.deepEqual([...ancestors('vscode-vfs://host/a')], ['vscode-vfs://host/a', 'vscode-vfs://host/']);
  });

  it('are told relative to a directory only inside of it', () => {
    assert.equal(relative('/a', '/a/b/c.ts'), 'b/c.ts');
    assert.equal(relative('/', '/a'), 'a');
    assert.equal(relative('/a', '/a'), '');
    assert.equal(relative('/a', '/ab/c'), undefined);
    assert.equal(relative('memfs:/a', 'memfs:/a/b%20c.ts'), 'b c.ts');
  });

  it('convert to the URIs of VS Code and back', () => {
    const uris = {
      '/home/me/a b/[id]@1.ts': 'file:///home/me/a%20b/%5Bid%5D%401.ts',
      'C:/app/a.ts': 'file:///c%3A/app/a.ts',
      '//server/share/a.ts': 'file://server/share/a.ts',
      'vscode-vfs://github/a/b.ts': 'vscode-vfs://github/a/b.ts',
    };
    for (const [path, uri] of Object.entries(uris)) {
      assert.equal(toUri(path), uri);
      assert.equal(fromUri(uri), path);
    }
    assert.equal(fromUri('file:///C:/app/a.ts'), 'C:/app/a.ts');
  });

  it('survive a URI that is not well encoded', () => {
    assert.equal(fromUri('file:///a/100%.ts'), '/a/100%.ts');
  });
});
