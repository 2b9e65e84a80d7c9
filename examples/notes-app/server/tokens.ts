import jwt from 'jsonwebtoken';
import { JWT_SECRET, REFRESH_SECRET } from './config';
import type { User } from './store';

export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly role: User['role'];
}

export function signAccessToken(user: User, remember: boolean): string {
  return jwt.sign(claimsOf(user), JWT_SECRET, { expiresIn: remember ? '30d' : '1h' });
}

/** For the command line client and for scripts. */
export function signApiToken(user: User): string {
  return jwt.sign({ sub: user.id, email: user.email, role: user.role }, JWT_SECRET);
}

export function signRefreshToken(user: User): string {
  return jwt.sign({ sub: user.id }, REFRESH_SECRET, { algorithm: 'HS256', expiresIn: '14d' });
}

export function readAccessToken(token: string): Claims {
  return jwt.verify(token, JWT_SECRET) as unknown as Claims;
}

export function readRefreshToken(token: string): string | undefined {
  const claims = jwt.verify(token, REFRESH_SECRET, { algorithms: ['HS256'] });
  return typeof claims === 'string' ? undefined : claims.sub;
}

function claimsOf(user: User): Claims {
  return { sub: user.id, email: user.email, role: user.role };
}
