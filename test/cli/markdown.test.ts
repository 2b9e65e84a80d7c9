import assert from 'node:assert/strict';
import pico from 'picocolors';
import { DOCS_URL } from '../../rules/config';
import { toTerminalMarkdown } from '../../server/cli/markdown';
import { toCommonMark, withAddresses } from '../../server/host/files/page';

const PAGE = `# jwt-missing-expiry

<!-- generated:header -->

| Severity | CWE |
| --- | --- |
| \`error\` | [613](https://cwe.example/613) |

A token **without** an expiry works for ever. Whoever steals it
keeps it, and \`logout\` changes nothing.

- One remedy is a short lifetime.
- Another one is
  a list of revoked tokens.

## Silent

\`\`\`ts file=src/a.ts
sign({});

~~~~ jwt-missing-expiry: no expiry.
\`\`\`

\`\`\`diff Let it expire
-sign({});
+sign({}, { expiresIn: '1h' });
\`\`\`
`;

describe('a page on GitHub', () => {
  it('has no backticks behind its fences, which CommonMark forbids, nor comments', () => {
    const page = '# a\n<!-- x -->\n````ts file=a.ts\n```\n````\n\n```diff Set `a`\n-a\n```\n\n```ts\nb\n```\n';
    assert.equal(
      toCommonMark(page),
      '# a\n*a.ts*\n\n````ts\n```\n````\n\n*Set `a`*\n\n```diff\n-a\n```\n\n```ts\nb\n```\n',
    );
  });
});

describe('a page away from the repository', () => {
  it('links to addresses', () => {
    assert.equal(
      withAddresses('[a](../jwt/jwt-alg-none.md), [b](../../../docs/suppressions.md), [c](https://c.example/a.md)'),
      `[a](${DOCS_URL}/docs/rules/jwt-alg-none), [b](${DOCS_URL}/docs/suppressions), [c](https://c.example/a.md)`,
    );
  });

  it('has captions that say what a block is', () => {
    const page = '```json config\n{}\n```\n\n```diff file=src/a.ts Set it\n+a\n```\n';
    assert.equal(
      toCommonMark(page),
      '*authlint.config.json*\n\n```json\n{}\n```\n\n*Set it, in src/a.ts*\n\n```diff\n+a\n```\n',
    );
  });
});

describe('a page in a terminal', () => {
  it('is wrapped, without its markup', () => {
    assert.equal(
      toTerminalMarkdown(PAGE, { width: 50, colors: pico.createColors(false) }),
      `jwt-missing-expiry

Severity  CWE
\`error\`   613 (https://cwe.example/613)

A token without an expiry works for ever. Whoever
steals it keeps it, and \`logout\` changes nothing.

• One remedy is a short lifetime.
• Another one is a list of revoked tokens.

Silent

    src/a.ts
    sign({});

    ~~~~ jwt-missing-expiry: no expiry.

    Let it expire
    -sign({});
    +sign({}, { expiresIn: '1h' });`,
    );
  });

  it('breaks what is said about code, and never the code', () => {
    const long = 'word '.repeat(12).trim();
    assert.equal(
      toTerminalMarkdown(`\`\`\`ts\nsign('${long}');\n  ~~~ rule: ${long}\n\`\`\`\n`, {
        width: 50,
        colors: pico.createColors(false),
      }),
      `    sign('${long}');
      ~~~
    rule: word word word word word word word word
    word word word word`,
    );
  });

  it('has coloured diffs, squiggles and code', () => {
    const text = toTerminalMarkdown(PAGE, { width: 50, colors: pico.createColors(true) });
    for (const piece of [
      '\u001b[31m-sign({});\u001b[39m',
      "\u001b[32m+sign({}, { expiresIn: '1h' });\u001b[39m",
      '\u001b[33m~~~~ jwt-missing-expiry: no expiry.\u001b[39m',
      '\u001b[36mlogout\u001b[39m',
    ]) {
      assert.ok(text.includes(piece), piece);
    }
  });
});
