#!/usr/bin/env node
require('tsx/cjs');
const { launch } = require('./launch.ts');

launch(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (reason) => {
    console.error(reason instanceof Error ? reason.message : reason);
    process.exit(1);
  },
);
