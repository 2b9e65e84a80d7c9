import 'mocha/mocha.js';
import { MARK } from '../launcher/mark';

mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, bail: false, timeout: 90_000 });
Mocha.reporters.Base.consoleLog = (format = '', ...values) => console.log(`${MARK}${format}`, ...values);
