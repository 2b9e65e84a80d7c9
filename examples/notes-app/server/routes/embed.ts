import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { listNotes } from '../store';

/** Lets other sites show somebody's notes in a frame. */
export const embed = Router();

const visits = new Map<string, string>();

embed.get('/:ownerId', (req, res) => {
  const session = randomUUID();
  visits.set(session, req.params.ownerId);
  res.cookie('embed_session', session, { httpOnly: true, sameSite: 'none', path: '/embed' });
  res.json(listNotes(req.params.ownerId).map((note) => note.title));
});

embed.delete('/', (req, res) => {
  visits.delete(req.cookies.embed_session);
  res.cookie('embed_session', '', { path: '/embed', maxAge: 0 });
  res.sendStatus(204);
});
