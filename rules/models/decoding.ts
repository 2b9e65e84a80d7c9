import { arg, claims, constant, flow, required, slot, type Where } from './model';

/** The attributes of a call that reads the claims of a token; they lie in its result at one of these paths. */
export function decoding(token: Where | readonly Where[], ...claimsAt: readonly (readonly string[])[]) {
  return { token: flow(token), reads: slot([], 'claims'), claims: claims(...claimsAt) } as const;
}

/** The same, where the call checks the signature unless it is told not to. */
export function decodingUnchecked(token: Where, ...claimsAt: readonly (readonly string[])[]) {
  return { ...decoding(token, ...claimsAt), reads: slot([], 'unchecked') } as const;
}

/** The same as `decoding`, where an option asks for the header alone. */
export function decodingPart(option: Where) {
  const reads = { ...slot(option, 'claims'), spelled: { true: 'header', false: 'claims' } } as const;
  return { token: flow(arg(0)), reads, claims: claims([]) } as const;
}

/** What takes a token from a request by a function of one's own, which may read it from the URL. */
export function readingRequest(reader: Where) {
  return { use: constant('reader'), parameter: required(reader), value: flow([]) } as const;
}

/** A call that reads the header of a token and nothing else. */
export function decodingHeader() {
  return { token: flow(arg(0)), reads: slot([], 'header'), claims: claims() } as const;
}

/** The attributes of a call that hands the claims of a token to a function, which is all that may check it. */
export function claimsHandedTo(handedTo: Where, ...claimsAt: readonly (readonly string[])[]) {
  return { token: flow([]), reads: slot([], 'unchecked'), claims: { claimsAt, handedTo } } as const;
}

/** The attributes of a call that reads a session off a cookie, which the calls `lookedAtBy` have its issuer look at. */
export function decodingSession(lookedAtBy: readonly string[], ...claimsAt: readonly (readonly string[])[]) {
  return { token: flow([]), reads: slot([], 'session'), claims: { claimsAt, lookedAtBy } } as const;
}
