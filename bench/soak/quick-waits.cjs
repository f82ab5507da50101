/**
 * Loaded into the function's process: the SDK's waits before a retry pass a hundred times as fast. They are random
 * numbers of milliseconds below 5 s; timeouts are whole seconds and stay as they are.
 */
const wait = globalThis.setTimeout;
const quicken = (delay) => (delay > 20 && delay < 5000 && delay % 500 !== 0 ? delay / 100 : delay);
globalThis.setTimeout = Object.assign((callback, delay, ...rest) => wait(callback, quicken(delay), ...rest), wait);
