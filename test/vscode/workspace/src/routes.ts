import express from 'express';

const app = express();

app.post('/login', (req, res) => {
  /* 🔑🔑 */ res.cookie('session', req.body.session, { secure: true, sameSite: 'lax' });
  res.cookie('refresh_token', req.body.refresh, { httpOnly: true, secure: true });
});
