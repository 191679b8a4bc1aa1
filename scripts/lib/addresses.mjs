import { networkInterfaces } from 'node:os';

/** Where people reach the app: the public address if there is one, else this machine and its network. */
export function addresses(port, baseUrl) {
  if (baseUrl) return [baseUrl];
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const network = own.find((address) => address.family === 'IPv4' && !address.internal);
  return [`http://localhost:${port}`, ...(network ? [`http://${network.address}:${port}`] : [])];
}
