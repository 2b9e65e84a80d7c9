import cookieParser from 'cookie-parser';
import express from 'express';
import session from 'express-session';
import { SESSION_SECRET } from './config';
import { requireAdmin, requireUser } from './middleware';
import { auth } from './routes/auth';
import { embed } from './routes/embed';
import { notes } from './routes/notes';

export const app = express();

app.use(express.json());
app.use(cookieParser());

app.use('/api/auth', auth);
app.use('/api/notes', notes);
app.use('/embed', embed);

const adminSession = session({
  name: 'notes.admin',
  secret: SESSION_SECRET,
  resave: false,
  saveUninitialized: false,
  cookie: { maxAge: 8 * 60 * 60 * 1000 },
});

app.get('/admin', adminSession, requireUser, requireAdmin, (req, res) => {
  res.json({ admin: req.user?.email, expires: req.session.cookie.expires });
});
