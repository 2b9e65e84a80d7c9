import express from 'express';
import { sessionCookie } from '../../shop/src/options';

const app = express();

app.post('/login', (req, res) => {
  res.cookie('session', req.body.session, sessionCookie);
  res.sendStatus(204);
});
