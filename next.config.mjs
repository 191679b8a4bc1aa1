import { monacoPath } from './scripts/lib/monaco-path.mjs';

/** The content security policy carries a nonce per request and therefore lives in proxy.ts. */
const securityHeaders = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
];

/** What handlers send is data: opened as a document it may load, run and frame nothing. */
const dataHeaders = [
  {
    key: 'content-security-policy',
    value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  },
  { key: 'x-robots-tag', value: 'noindex, nofollow' },
];

/** Pages about a person, or behind a secret in their address: no search engine keeps them. */
const PRIVATE_PAGES =
  'account|appeals|assignments|calibration|certificate|claim|confirm|continue|contrary|instructor|join|live|notices|placement|reset|results|review|search|studio|twists|verify';

/** @type {import('next').NextConfig} */
export default {
  typedRoutes: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    'mdx-bundler',
    'esbuild',
    'libsql',
    'pg',
    'wink-nlp',
    'wink-eng-lite-web-model',
    'nodemailer',
    'openid-client',
    'ai',
    '@ai-sdk/anthropic',
    '@ai-sdk/openai-compatible',
  ],
  // Baked into the bundle at build time; components/monaco-path.ts is the only reader.
  env: { MONACO_PATH: monacoPath() },
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      { source: '/(api|livez|readyz)/:path*', headers: dataHeaders },
      { source: `/(${PRIVATE_PAGES})/:path*`, headers: [{ key: 'x-robots-tag', value: 'noindex, nofollow' }] },
      {
        source: '/monaco/:version/:file*',
        headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
      },
    ];
  },
};
