import type { Preset, Severity } from '../config';
import type { Fact, FactKind, FactOf, Setting } from '../facts/schema';
import type { Fix, Related } from '../finding';
import type { StartUp } from '../resolve/module/startUp';
import type { Settings } from '../settings';
import type { FileSign } from '../signs/fileSigns';
import { contains, type Place, type Span } from '../text/span';
import type { CookieReader, EnvironmentVariable, TokenUse, VerifierCare } from '../world';

/** Who a rule is, what it rests on, and how it decides. Identity first, then policy, then detection with its words. */
export interface Rule<K extends FactKind = FactKind> {
  /** Kebab-case, the danger's name: "allow <id>" is a sentence. Public API: it never changes its meaning. */
  readonly id: string;
  /** One sentence without a full stop. */
  readonly summary: string;
  /** The severity of its plainest case; findings may carry another. */
  readonly severity: Severity;
  readonly preset: Preset;
  readonly cwe: readonly number[];
  /** Sections of OWASP ASVS 5.0. */
  readonly asvs: readonly string[];
  /** Other standards, as people cite them: `RFC 8725 §3.1`. */
  readonly standards: readonly string[];
  /** GitHub's scale: over 9 critical, over 7 high, over 4 medium. */
  readonly securitySeverity: number;
  readonly on: readonly K[];
  check(fact: OneOf<K>, context: RuleContext): Problem | readonly Problem[] | undefined;
}

/** A fact of any of the kinds, told apart by its `kind`. */
export type OneOf<K extends FactKind> = { readonly [P in K]: FactOf<P> }[K];

/** What a rule may look at beside its fact. */
export interface RuleContext {
  readonly settings: Settings;
  /** The file under analysis. */
  readonly file: string;
  /** Every fact of the file. */
  readonly facts: readonly Fact[];
  /** What the environment files around a file say of a variable, as far as that is known. */
  environment(name: string, from: string): EnvironmentVariable | undefined;
  /** What a module does when it is loaded; `undefined` while that is not known. */
  startUp(file: string): StartUp | undefined;
  /** Whether a verifier of the package makes sure of that, of tokens that a key with this mark checks. */
  hasVerifier(care: VerifierCare, key: string): boolean;
  /** The algorithms that the package signs with by a key with this mark; `undefined` while not every signer is known. */
  signingAlgorithms(key: string): readonly string[] | undefined;
  /** Whether the code around a verification, in this file or another, tests which algorithm the token names. */
  testsAlgorithm(verify: FactOf<'TokenVerify'>): boolean;
  /** Whether another file lets nobody through to the handler in which a token of the request is read. */
  isGuardedElsewhere(decode: FactOf<'TokenDecode'>): boolean;
  /** Whether a file of the workspace shows that; `undefined` while not all of them are known. */
  shows(sign: FileSign): boolean | undefined;
  /** What other files make tokens for by a call that signs them. */
  tokenUses(sign: FactOf<'TokenSign'>): readonly TokenUse[];
  /** Whether a file is known to be checked, with what others use of it. */
  isChecked(file: string): boolean;
  /** Where client code of the workspace reads a cookie of that name; `undefined` while not all of it is known. */
  cookieReaders(name: string): readonly CookieReader[] | undefined;
  /** The files that do something with what a storage keeps under a key; `undefined` while not all of them are known. */
  storageUsers(key: string): readonly string[] | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The file is a program that people run in a terminal: what it prints goes to them alone. */
  isCommandLine(): boolean;
}

/** One danger that a rule found in one fact. */
export interface Problem {
  readonly at: Span;
  readonly severity?: Severity;
  readonly message: string;
  readonly because: string;
  readonly help: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Where the cause is written when that is not `at`: problems of one rule with one cause are one finding. */
  readonly cause?: Place;
}

/** Declares a rule; `on` types the fact that `check` gets. */
export function rule<const K extends FactKind>(declared: Rule<K>): Rule {
  // The one place where facts meet rules: `analyze` hands a rule only the kinds that it named.
  return declared as unknown as Rule;
}

/** The steps between a use and the place that decides it, for related information. */
export function stepsTo(
  place: Place,
  trail: readonly Place[],
  at: Span,
  file: string,
  message: string,
): readonly Related[] {
  const isWithin = (inner: Place, outer: Place): boolean =>
    inner.file === outer.file && contains(outer.span, inner.span);
  const finding: Place = { file, span: at };
  const steps = trail.slice(1).filter((step) => !isWithin(step, finding) && !isWithin(step, place));
  const between = steps.map((step) => ({ ...step, message: 'passes through here' }));
  return isWithin(place, finding) ? between : [...between, { ...place, message }];
}

/** Where a setting that is missing would be written, when that is another place than the finding's. */
export function stepToSite({ site, span }: Setting<unknown>, file: string, message: string): readonly Related[] {
  const target = site?.kind === 'object' ? site.object.span : site?.kind === 'value' ? site.span : undefined;
  if (site === undefined || target === undefined) return [];
  const isHere = site.file === file && target.start >= span.start && target.end <= span.end;
  return isHere ? [] : [{ file: site.file, span: target, message }];
}
