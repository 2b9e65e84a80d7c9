import { checkCauses } from '../checks/causes';
import { checkOutcome, fixed, waysToFix } from '../checks/fixes';
import { fileOf, namedFiles } from './files';
import { CODE_LANGUAGES, codeOf, type Section } from './fixture';
import type { PageKind } from './kind';
import { settingsOf } from './kind';
import { analyzed } from './world';

/** Every fix of a section leaves what it is to leave, and no two findings of it have one cause. */
export function checkFixes(section: Section, kind: PageKind): void {
  const named = namedFiles(section);
  const settings = settingsOf(section, {});
  for (const block of section.blocks) {
    if (!CODE_LANGUAGES.has(block.language)) continue;
    const file = fileOf(block);
    const texts = new Map([...named, [file, codeOf(block)]]);
    const before = { texts, findings: analyzed(file, texts, settings).findings };
    checkCauses(before.findings, codeOf(block));
    for (const finding of before.findings) {
      if (kind.rule !== undefined && finding.rule !== kind.rule) continue;
      for (const taken of waysToFix(finding)) {
        const after = fixed(texts, taken);
        checkOutcome(taken, before, { texts: after, findings: analyzed(file, after, settings).findings });
      }
    }
  }
}
