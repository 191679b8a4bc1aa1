import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, isListening } from '../../support/ports';

function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Styles and fonts of a page, and the fonts that its styles name. */
async function filesOf(html: string, origin: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const take = async (address: string) => {
    const reply = await fetch(origin + address);
    files.set(new URL(address, origin).pathname, Buffer.from(await reply.arrayBuffer()));
  };
  for (const [, href = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) await take(href);
  for (const [path, body] of [...files])
    for (const [, name = ''] of body.toString().matchAll(/url\(([^)"']+\.woff2)\)/g))
      await take(new URL(name, origin + path).pathname);
  return files;
}

/** The page as a file, with its styles and fonts and without a script, served by nginx; null where that is not installed. */
export async function serveFloor(html: string, origin: string) {
  if (!hasNginx()) return null;
  const folder = mkdtempSync(join(tmpdir(), 'defensible-floor-'));
  const port = await freePort();
  const write = (path: string, body: string | Buffer) => {
    mkdirSync(dirname(join(folder, 'www', path)), { recursive: true });
    writeFileSync(join(folder, 'www', path), body);
  };
  for (const [path, body] of await filesOf(html, origin)) write(path, body);
  const bare = html
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link rel="preload" as="script"[^>]*>/g, '');
  write('/lessons/from-slogan-to-statement', bare);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;${process.getuid?.() === 0 ? ' user root;' : ''}
events {} http { access_log off; gzip on; gzip_types text/css;
types { text/css css; font/woff2 woff2; } default_type text/html;
client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
server { listen 127.0.0.1:${port}; root ${folder}/www; } }`,
  );
  const server = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  for (let tries = 0; tries < 100 && !(await isListening(port)); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
