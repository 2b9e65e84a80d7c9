import type { NextFunction, Request, Response } from 'express';
import { type Claims, readAccessToken } from './tokens';

declare global {
  namespace Express {
    interface Request {
      user?: Claims;
    }
  }
}

export function requireUser(req: Request, res: Response, next: NextFunction): void {
  const bearer = req.headers.authorization?.replace(/^Bearer /, '');
  const token = bearer ?? req.cookies.token;
  if (!token) {
    res.status(401).json({ error: 'Sign in first' });
    return;
  }
  try {
    req.user = readAccessToken(token);
    next();
  } catch {
    res.status(401).json({ error: 'Your session has ended' });
  }
}

export function requireAdmin(req: Request, res: Response, next: NextFunction): void {
  if (req.user?.role === 'admin') next();
  else res.status(403).json({ error: 'Admins only' });
}
