import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import sirv from 'sirv';
import { EnvironmentError } from '#repository/environment-error.ts';

/** Serves a built site from a folder under a base path, compressed, on this machine alone; port 0 takes any free one. */
export async function serveFolder(
  folder: string,
  basePath: string,
  port: number,
): Promise<{ server: Server; address: string }> {
  const files = sirv(folder, { etag: true, dev: true });
  // What a published site would send from files compressed beforehand: a reader on a phone pays for every byte.
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const compress = compression({ threshold: 512, brotli });
  const server = createServer((request, response) => {
    compress(request as never, response as never, () => {
      const url = request.url ?? '/';
      if (!url.startsWith(basePath)) {
        const home = url === '/' || `${url}/` === basePath;
        response.writeHead(home ? 302 : 404, home ? { location: basePath } : {}).end();
        return;
      }
      request.url = `/${url.slice(basePath.length)}`;
      files(request, response, async () => {
        // A build that replaces the folder takes it away for a moment.
        const page = await readFile(join(folder, '404.html')).catch(() => 'Not found');
        response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new EnvironmentError(`Port ${port} is taken.`, 'Choose another with PORT=4322 or -- --port 4322.')
          : error,
      );
    });
    server.listen(port, 'localhost', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return { server, address: `http://localhost:${bound}${basePath}` };
}
