import { Router } from 'express';
import { requireUser } from '../middleware';
import { readFeedLink } from '../sso';
import { listNotes, removeNote, saveNote } from '../store';

export const notes = Router();

notes.get('/feed/:link', (req, res) => {
  const ownerId = readFeedLink(req.params.link);
  res.json(ownerId ? listNotes(ownerId).map(({ title, updatedAt }) => ({ title, updatedAt })) : []);
});

notes.use(requireUser);

notes.get('/', (req, res) => {
  res.cookie('last_seen', new Date().toISOString(), { maxAge: 7 * 24 * 60 * 60 * 1000 });
  res.json(listNotes(req.user?.sub ?? ''));
});

notes.put('/:id', (req, res) => {
  const { title, body } = req.body;
  res.json(saveNote(req.user?.sub ?? '', title, body, req.params.id));
});

notes.delete('/:id', (req, res) => {
  res.sendStatus(removeNote(req.user?.sub ?? '', req.params.id) ? 204 : 404);
});
