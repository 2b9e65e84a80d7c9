import {
  isElementAccessExpression,
  isEmpty,
  isPropertyAccessExpression,
  isStringLiteralLike,
  type Node,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import { namesOf } from './chainNames';

/** What is handed from one handler of a request to the next. */
const CARRIERS = wordSet(
  'req request res response ctx context socket client event locals c session state conn connection ws handshake store',
);
/** Words of the property of a carrier that says who the request is from. */
const IDENTITY_WORDS = wordSet(
  'user uid auth decoded payload claims identity account principal role roles email username admin jwt member customer ' +
    'viewer session credentials userid owner',
);

/** Whether what is assigned to says who the request is from: `req.user`, `request['user']`, `res.locals.userId`. */
export function isIdentityTarget(target: Node): boolean {
  if (isElementAccessExpression(target)) return isCarrier(target.expression) && saysIdentity(target.argumentExpression);
  if (!isPropertyAccessExpression(target)) return false;
  return isCarrier(target.expression) && wordsOf(target.name.text).some((word) => IDENTITY_WORDS.has(word));
}

/** What an authorizer answers the API gateway of AWS: the requests that it lets through are from this one. */
export function isAnsweredIdentity(key: string): boolean {
  return key === 'principalId';
}

function isCarrier(holder: Node): boolean {
  return namesOf(holder).some((name) => CARRIERS.has(name));
}

/** `done(null, user)`: the callback of a strategy gets who the request is from. */
export function handsOnVerified(name: string, error: Node | undefined): boolean {
  return /^(?:done|cb|callback|next|verified)$/.test(name) && error !== undefined && isEmpty(error);
}

/** Whether a key says so: `context.set('user', user)`. */
export function saysIdentity(key: Node): boolean {
  return isStringLiteralLike(key) && wordsOf(key.text).some((word) => IDENTITY_WORDS.has(word));
}
