// Builds the shop once for each way in which webpack can write source maps.
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { parseEnv } = require('node:util');
const webpack = require('webpack');

const env = parseEnv(readFileSync('.env', 'utf8'));
const inlined = ['SHOP_NAME', 'STRIPE_SECRET_KEY', 'SUPABASE_ANON_KEY', 'SUPABASE_SERVICE_ROLE_KEY', 'STOCK_DB_PASSWORD'];
const devtools = [
  'eval',
  'eval-source-map',
  'inline-source-map',
  'source-map',
  'hidden-source-map',
  'nosources-source-map',
];

const configurations = devtools.map((devtool) => ({
  mode: devtool.startsWith('eval') ? 'development' : 'production',
  devtool,
  context: __dirname,
  entry: './src/main.js',
  output: { path: resolve(__dirname, 'out', devtool), filename: 'shop.js' },
  plugins: [
    new webpack.DefinePlugin(
      Object.fromEntries(inlined.map((name) => [`process.env.${name}`, JSON.stringify(env[name])])),
    ),
  ],
}));

webpack(configurations, (problem, stats) => {
  if (problem || stats.hasErrors()) {
    console.error(problem ?? stats.toString('errors-only'));
    process.exitCode = 1;
  }
});
