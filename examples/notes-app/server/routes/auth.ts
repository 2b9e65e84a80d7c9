import { randomBytes } from 'node:crypto';
import { type Response, Router } from 'express';
import { authCookie, csrfCookie, refreshCookie } from '../cookies';
import { requireUser } from '../middleware';
import { readAssertion } from '../sso';
import { createUser, findUser, findUserByEmail, passwordMatches, type User } from '../store';
import { readRefreshToken, signAccessToken, signApiToken, signRefreshToken } from '../tokens';

export const auth = Router();

auth.post('/register', (req, res) => {
  const { email, password } = req.body;
  if (findUserByEmail(email)) {
    res.status(409).json({ error: 'There is an account with this address already' });
    return;
  }
  signIn(res, createUser(email, password), false);
});

auth.post('/login', (req, res) => {
  const { email, password, remember } = req.body;
  const user = findUserByEmail(email);
  if (!user || !passwordMatches(user, password)) {
    res.status(401).json({ error: 'Wrong address or password' });
    return;
  }
  signIn(res, user, Boolean(remember));
});

auth.post('/sso', (req, res) => {
  const email = readAssertion(req.body.assertion);
  const user = email ? findUserByEmail(email) : undefined;
  if (user) signIn(res, user, false);
  else res.status(403).json({ error: 'Ask an admin for an account' });
});

auth.post('/refresh', (req, res) => {
  const id = readRefreshToken(req.cookies.refresh_token);
  const user = id ? findUser(id) : undefined;
  if (user) signIn(res, user, false);
  else res.status(401).json({ error: 'Your session has ended' });
});

auth.post('/api-token', requireUser, (req, res) => {
  const user = findUser(req.user?.sub ?? '');
  if (user) res.json({ token: signApiToken(user) });
  else res.sendStatus(404);
});

auth.post('/logout', (_req, res) => {
  res.clearCookie('token');
  res.clearCookie('refresh_token', { path: refreshCookie.path });
  res.sendStatus(204);
});

function signIn(res: Response, user: User, remember: boolean): void {
  const token = signAccessToken(user, remember);
  const refreshToken = signRefreshToken(user);
  res.cookie('token', token, authCookie);
  res.cookie('refresh_token', refreshToken, refreshCookie);
  res.cookie('XSRF-TOKEN', randomBytes(24).toString('base64url'), csrfCookie);
  res.json({ token, refreshToken, user: { id: user.id, email: user.email, role: user.role } });
}
