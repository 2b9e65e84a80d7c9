import { app } from './app';
import { PORT } from './config';

app.listen(PORT, () => console.log(`notes-app listens on http://localhost:${PORT}`));
