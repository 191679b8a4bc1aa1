import 'server-only';
import type { DatabaseAddress } from '../open-database';
import { openPostgresTarget } from './postgres-target';
import type { Target, TargetOptions } from './shapes';
import { openSqliteTarget } from './sqlite-target';

/** Begins a new database that takes the place of an empty one, or with `replace` of any, when it is whole. */
export function openTarget(address: DatabaseAddress, options: TargetOptions): Promise<Target> {
  return address.engine === 'sqlite' ? openSqliteTarget(address, options) : openPostgresTarget(address.url, options);
}
