import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    define: { __DATABASE_PASSWORD__: JSON.stringify(env.DATABASE_PASSWORD) },
    build: { sourcemap: true },
  };
});
