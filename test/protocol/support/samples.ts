/** A file with one finding, which nothing outside of it decides. */
export const STORAGE = `export function remember(token: string): void {
  localStorage.setItem('token', token);
}
`;

/** A file whose finding is decided by the file that it imports. */
export const ROUTE = `import express from 'express';
import { options } from './options';

const app = express();
app.post('/login', (req, res) => {
  res.cookie('session', req.body.session, options);
});
`;

export const UNSAFE_OPTIONS = "export const options = { httpOnly: false, secure: true, sameSite: 'lax' };\n";
export const SAFE_OPTIONS = "export const options = { httpOnly: true, secure: true, sameSite: 'lax' };\n";

/** A file with two safe fixes and a choice. */
export const VERIFY = `import jwt from 'jsonwebtoken';

export const one = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256', 'none'] });
export const two = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['none', 'HS512'] });
export const three = (token: string, key: string) => jwt.verify(token, key);
`;

export const MANIFEST = JSON.stringify({ dependencies: { express: '^5.0.0', jsonwebtoken: '^9.0.0' } });

/** HS256, expired in 2018 and signed by nobody: \`{ "sub": "1", "exp": 1516239022 }\`. */
export const TOKEN =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwiZXhwIjoxNTE2MjM5MDIyfQ.c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmUtMzI';
