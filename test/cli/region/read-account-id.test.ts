import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readAccountId } from '../../../cli/region/read-account-id';
import { replaceEnvironment } from '../captured-io';

it('an answer that begins and never comes whole is none', async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '1000' });
    response.write('<');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    replaceEnvironment({
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    expect(await readAccountId('us-east-1')).toBeNull();
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
