import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  const login = Buffer.from(`stock:${env.STOCK_DB_PASSWORD}`).toString('base64');
  return {
    define: {
      __STOCK_PASSWORD__: JSON.stringify(env.STOCK_DB_PASSWORD),
      __STOCK_LOGIN__: JSON.stringify(`Basic ${login}`),
    },
    build: { sourcemap: true },
  };
});
