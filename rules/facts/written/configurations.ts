import type { LibraryModel } from '../../models/model';
import type { FileModel } from '../../models/shape/registrations';
import { frameOfCall, moduleFrame } from '../../resolve/evaluate/frames';
import type { Frame } from '../../resolve/evaluate/value';
import { callTerm, elementTerm } from '../../resolve/lower/madeTerms';
import { memberTerm } from '../../resolve/lower/operands';
import type { CallTerm, Term } from '../../resolve/lower/term';
import type { Action } from '../../resolve/module/actions';
import type { LiveModule } from '../../resolve/module/module';
import { WHOLE_EXPORT } from '../../resolve/module/summary';
import type { Span } from '../../text/span';
import type { Dependency } from '../../world';
import type { Extraction } from '../extract';
import type { OwnedFile } from '../knowledge';
import { modulesOf } from '../knowledge/keys';
import { isInBand, isTriggered } from '../match';
import type { Fact } from '../schema';
import type { Site } from '../site';
import type { FramedTerm } from '../values/chain';
import { sitesOf } from '../values/handedLists';
import { factOf } from './direct';

/** The names of all files that frameworks find by their names. */
export function configurationFile(libraries: readonly LibraryModel[]): RegExp {
  return patternOf(libraries.flatMap(({ files = [] }) => files));
}

/** The facts of a file that a framework finds by its name, and reads what it exports. */
export function configurationFacts(extraction: Extraction): readonly Fact[] {
  const { module, knowledge, findDependency } = extraction;
  return knowledge.files
    .filter(({ file }) => isAt(file, module.file))
    .filter(({ library }) => isInstalled(findDependency(library.package)))
    .flatMap((owned) => factsOf(owned, extraction));
}

const patterns = new WeakMap<FileModel, RegExp>();

function isAt(model: FileModel, file: string): boolean {
  const pattern = patterns.get(model) ?? patternOf([model]);
  patterns.set(model, pattern);
  return pattern.test(file);
}

function patternOf(files: readonly FileModel[]): RegExp {
  const spelled = { '.': '\\.', '/': '[/\\\\]', '*': '[^/\\\\]+' } as const;
  const paths = files.map(({ file }) => file.replace(/[./*]/g, (sign) => spelled[sign as keyof typeof spelled]));
  return new RegExp(`(?:^|[/\\\\])(?:${[...new Set(paths)].join('|') || '(?!)'})\\.[cm]?[jt]s$`);
}

/** Without a manifest, nothing tells that the framework is there. */
function isInstalled(found: Dependency | null | undefined): boolean {
  return found?.declared === true && found.version !== undefined;
}

function factsOf({ library, file }: OwnedFile, extraction: Extraction): readonly Fact[] {
  const { module, knowledge, evaluator, findDependency } = extraction;
  const [home = library.package] = modulesOf(file.call, undefined, library.modules ?? [], library);
  const emissions = knowledge.callsOf(home, file.call);
  return exportedValues({ library, file }, extraction).flatMap(({ term, frame, span }) => {
    const call = callWith([term], span);
    const action: Action = {
      term: call,
      written: nameOf(module, file),
      guarded: false,
      around: [],
      conditions: [],
      runtime: 'server',
      aftermath: undefined,
    };
    const outside = { outer: () => undefined, registrations: () => undefined, callee: undefined };
    const site: Site = {
      ...outside,
      evaluator,
      action,
      frame,
      call,
      report: module,
      span,
      calleeSpan: span,
      isDirect: true,
    };
    return emissions
      .filter((owned) => owned.library === library && isInBand(owned, findDependency, module.tree.text))
      .flatMap((owned) =>
        sitesOf(owned.emission.at, site)
          .filter((one) => isTriggered(owned.emission.at, one, knowledge))
          .map((one) => factOf(owned, one, knowledge)),
      );
  });
}

/** `config/session.js`, as people call the file. */
function nameOf({ file }: LiveModule, { file: path }: FileModel): string {
  return file.split(/[/\\]/).slice(-path.split('/').length).join('/');
}

function callWith(values: readonly Term[], span: Span): CallTerm {
  const given = values.map((value) => elementTerm(value, span));
  return { ...callTerm({ kind: 'unknown', span }, given, span), form: 'file' };
}

/** What a function of the file gets, as its types say. */
function typed(types: readonly string[], packageName: string, span: Span): readonly Term[] {
  return types.map((type) => memberTerm({ kind: 'module', specifier: packageName, span }, [type]));
}

/** A value that the file exports, and where it is written. */
interface Exported extends FramedTerm {
  readonly span: Span;
}

/** What the file exports under a name, as far as it is written in the file; of a function, what it returns. */
function exportedValues(
  { library, file }: OwnedFile,
  { module, evaluator, knowledge }: Extraction,
): readonly Exported[] {
  const { exports } = module;
  const whole = exports[WHOLE_EXPORT];
  const found = exports[file.exports];
  const term = found ?? (file.exports === 'default' ? whole : whole && memberTerm(whole, [file.exports]));
  if (term === undefined) return [];
  const frame = moduleFrame(module);
  const isOwn = (within: Frame): boolean => within.module.file === module.file;
  return evaluator.evaluate(term, frame).possible.flatMap(({ value, place }): readonly Exported[] => {
    if (value.kind === 'object' || value.kind === 'array')
      return isOwn(value.frame) ? [{ term, frame, span: value.term.span }] : [];
    // What a library makes of something: `new Secret('…')`.
    const isMade = value.kind === 'api' && knowledge.resultOf(value.module, value.path) !== undefined;
    if ((value.kind === 'literal' || isMade) && place.file === module.file)
      return [{ term: declared(term, module), frame, span: place.span }];
    if (value.kind !== 'function' || !isOwn(value.frame)) return [];
    const given = callWith(typed(file.parameters ?? [], library.package, place.span), place.span);
    const inner = frameOfCall(value, given, value.frame);
    return module.function(value.id).returns.map((one) => ({ term: one.value, frame: inner, span: one.value.span }));
  });
}

/** The expression that a name is declared with: an export of a name has no place of its own. */
function declared(term: Term, module: LiveModule): Term {
  const binding = term.kind === 'reference' ? module.binding(term.binding) : undefined;
  return binding?.kind === 'variable' && binding.writes.length === 0 ? (binding.initial ?? term) : term;
}
