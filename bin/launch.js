#!/usr/bin/env node
/** What `quota-watchdog` starts: in a clone the source, as it stands; in an installed package the bundle. */
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const SOURCE = join(__dirname, 'quota-watchdog.ts');
const BUNDLE = join(__dirname, '..', 'dist', 'bin', 'quota-watchdog.mjs');

if (existsSync(SOURCE)) import('tsx').then(() => import(pathToFileURL(SOURCE).href));
else {
  // Node that can keeps what it compiled for the next call.
  enableCompileCache?.();
  import(pathToFileURL(BUNDLE).href);
}
