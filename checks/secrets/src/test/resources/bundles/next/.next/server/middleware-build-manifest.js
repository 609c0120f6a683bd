globalThis.__BUILD_MANIFEST = {
  "pages": {
    "/_app": []
  },
  "devFiles": [],
  "polyfillFiles": [
    "static/chunks/0cz1d0mv5g_q7.js"
  ],
  "lowPriorityFiles": [
    "static/lantern/_buildManifest.js",
    "static/lantern/_ssgManifest.js",
    "static/lantern/_clientMiddlewareManifest.js"
  ],
  "rootMainFiles": [
    "static/chunks/1w5jafmpga-7j.js",
    "static/chunks/3yo5_6h1k01ws.js",
    "static/chunks/2v8dj2uej4-bc.js",
    "static/chunks/turbopack-0zq_vp9s-5ndp.js"
  ],
  "rootMainFilesTree": {},
  "pagesChunkGroupBootstrapParams": {
    "/page": {
      "otherChunks": [
        "static/chunks/1w5jafmpga-7j.js",
        "static/chunks/3yo5_6h1k01ws.js",
        "static/chunks/2v8dj2uej4-bc.js"
      ],
      "runtimeModuleIds": [
        94553
      ]
    },
    "/_not-found/page": {
      "otherChunks": [
        "static/chunks/1w5jafmpga-7j.js",
        "static/chunks/3yo5_6h1k01ws.js",
        "static/chunks/2v8dj2uej4-bc.js"
      ],
      "runtimeModuleIds": [
        94553
      ]
    },
    "/_global-error/page": {
      "otherChunks": [
        "static/chunks/1w5jafmpga-7j.js",
        "static/chunks/3yo5_6h1k01ws.js",
        "static/chunks/2v8dj2uej4-bc.js"
      ],
      "runtimeModuleIds": [
        94553
      ]
    }
  },
  "chunkLoadingGlobal": "TURBOPACK"
};
