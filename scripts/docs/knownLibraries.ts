import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../rules/catalog/rule';
import type { EmittedKind } from '../../rules/facts/schema';
import { models } from '../../rules/models';
import type { LibraryModel } from '../../rules/models/model';
import { modelModules } from '../registries';
import type { SourcePage } from './sourcePage';

const ROOT = join(__dirname, '../..');

/** A model and its page. */
export interface KnownLibrary {
  readonly model: LibraryModel;
  /** The package; of the platform, and of what belongs to a package of many parts, what its page is called. */
  readonly name: string;
  readonly page: SourcePage;
  /** Its page in the documentation. */
  readonly target: string;
  readonly kinds: ReadonlySet<EmittedKind>;
  /** The rules that its page shows firing. */
  readonly firing: ReadonlySet<string>;
}

let known: readonly KnownLibrary[] | undefined;

/** All models, by their names. */
export function knownLibraries(): readonly KnownLibrary[] {
  known ??= read();
  return known;
}

function targetOfLibrary(module: string): string {
  return `docs/libraries/${module}.md`;
}

/** Whether a rule looks at what a library does. */
export function covers(rule: Rule, { kinds }: KnownLibrary): boolean {
  return rule.on.some((kind) => kinds.has(kind as EmittedKind));
}

function read(): readonly KnownLibrary[] {
  const modules = modelModules();
  const packages = models.map((model) => model.package);
  return models
    .map((model: LibraryModel, index): KnownLibrary => {
      const { module } = modules[index] ?? { module: '' };
      const path = `rules/models/${module}.md`;
      const text = readFileSync(join(ROOT, path), 'utf8');
      // A package of many parts has a page for each.
      const isFirst = model.package !== '' && packages.indexOf(model.package) === index;
      return {
        model,
        name: isFirst ? model.package : (/^# (.*)/.exec(text)?.[1] ?? module),
        page: { path, text },
        target: targetOfLibrary(module),
        kinds: new Set(model.emissions.map(({ emits }) => emits)),
        firing: new Set(
          [...text.matchAll(/^\s*~+ (?:error|warning|information) ([a-z][a-z-]+):/gm)].map(([, id = '']) => id),
        ),
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
