import type { Role } from '../../resolve/around/trust';
import type { UseKind } from '../../resolve/around/uses';

/** What becomes of the claims that a call gives, and what the code around it knows of the token. */
export interface Claims {
  readonly uses: readonly ClaimUse[];
  /** Where the token comes from: a request, whoever calls the function, or elsewhere. */
  readonly source: 'request' | 'parameter' | 'other';
  /** Something around the call may have checked the token. */
  readonly isTrusted: boolean;
  readonly role: Role;
}

export interface ClaimUse {
  /** `undefined`: all of them. */
  readonly claim: string | undefined;
  readonly as: UseKind;
  /** Whoever lacks it is turned away. */
  readonly isRequired?: true;
}
