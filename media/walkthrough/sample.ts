// A sample of authlint. Rest the pointer on what is underlined, or press Ctrl+. (⌘. on a Mac) there to mend it.
import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
const key = process.env.JWT_KEY ?? '';

app.post('/login', (req, res) => {
  const token = jwt.sign({ sub: req.body.email }, key, { expiresIn: '90d' });
  res.cookie('token', token, { secure: true, sameSite: 'lax' });
  res.json({ token });
});

app.get('/me', (req, res) => {
  const user = jwt.verify(req.cookies.token, key, { algorithms: ['HS256', 'none'] });
  res.json(user);
});

export function remember(token: string): void {
  localStorage.setItem('token', token);
}

// Rest the pointer on the token: it says what is inside.
export const example =
  'eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJzdWIiOiI0MiIsInJvbGUiOiJhZG1pbiIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDAzNjAwfQ.';
