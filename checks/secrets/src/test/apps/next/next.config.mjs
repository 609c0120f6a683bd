import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export default {
  productionBrowserSourceMaps: true,
  generateBuildId: () => 'lantern',
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // Written into the code of the server, where it is read.
  env: { STOCK_DB_PASSWORD: process.env.STOCK_DB_PASSWORD },
};
