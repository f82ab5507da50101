/** Wraps a function that starts something: all that it started in a test of the file is closed after that test. */
export function closedAfterEach<Options extends unknown[], Started extends { close(): Promise<void> }>(
  start: (...options: Options) => Promise<Started>,
): (...options: Options) => Promise<Started> {
  const running: Started[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.close();
  });
  return async (...options) => {
    const started = await start(...options);
    running.push(started);
    return started;
  };
}
