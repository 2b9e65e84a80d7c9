import jwt from 'jsonwebtoken';

export function signIn(sub: string, key: string) {
  const accessToken = jwt.sign({ sub }, key, { expiresIn: '30m' });
  return { accessToken };
}
