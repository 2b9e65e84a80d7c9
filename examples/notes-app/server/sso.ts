import jwt from 'jsonwebtoken';
import { FEED_SECRET, SSO_PUBLIC_KEY } from './config';

/** The e-mail address that the company's identity provider vouches for. */
export function readAssertion(assertion: string): string | undefined {
  const claims = jwt.verify(assertion, SSO_PUBLIC_KEY, {
    issuer: 'https://login.example.com',
    audience: 'notes-app',
  });
  return typeof claims === 'string' ? undefined : claims.email;
}

/** Whose notes a calendar may subscribe to. Links from before version 1.2 were not signed. */
export function readFeedLink(link: string): string | undefined {
  const claims = jwt.verify(link, FEED_SECRET, { algorithms: ['HS256', 'none'] });
  return typeof claims === 'string' ? undefined : claims.sub;
}
