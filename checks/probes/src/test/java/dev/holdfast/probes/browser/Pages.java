package dev.holdfast.probes.browser;

import java.util.List;

/** The pages of a site that a browser audit is to judge. */
final class Pages {
    static final List<String> PATHS =
            List.of("/planted", "/clean", "/meta", "/away", "/moved", "/refused", "/watched");

    /** Breaks its policy in every way that a load can. */
    private static final String PLANTED =
            """
            <!doctype html><html><head><meta charset="utf-8"><title>planted</title>
            <base href="https://evil.test/base/">
            <link rel="manifest" href="https://evil.test/app.webmanifest">
            <link rel="stylesheet" href="https://evil.test/style.css">
            <style>p { color: red }</style>
            <script nonce="trusted">window.trusted = 1</script>
            <script>window.inline = 'ünïcode';</script>
            <script src="https://evil.test/script.js"></script>
            </head><body>
            <p style="color: blue">style attribute</p>
            <button onclick="window.handler = 1">handler</button>
            <a href="javascript:window.link=1">link</a>
            <img src="https://evil.test/image.png" alt="">
            <iframe src="https://evil.test/frame"></iframe>
            <object data="https://evil.test/object"></object>
            <video src="https://evil.test/video.mp4"></video>
            <form action="https://evil.test/form" method="post"><input name="a"></form>
            <script nonce="trusted">
              try { eval('window.evaluated = 1'); } catch (refused) { }
              try { new Function('return 1'); } catch (refused) { }
              fetch('https://evil.test/connect').catch(() => {});
              try { new WebSocket('wss://evil.test/socket'); } catch (refused) { }
              new FontFace('face', 'url(https://evil.test/font.woff)').load().catch(() => {});
              try {
                new Worker(URL.createObjectURL(new Blob(['1'], {type: 'text/javascript'})));
              } catch (refused) { }
              WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).catch(() => {});
              const gone = document.createElement('script');
              gone.textContent = 'window.gone = 1';
              document.head.append(gone);
              gone.remove();
              document.write('<scr' + 'ipt>window.written = 1</scr' + 'ipt>');
            </script>
            </body></html>
            """;

    private Pages() {}

    static void all(Site site) {
        site.page(
                "/planted",
                "default-src 'self'; script-src 'nonce-trusted'; style-src 'self'; object-src"
                        + " 'none'; base-uri 'none'; form-action 'self'; worker-src 'self';"
                        + " report-uri /reports",
                PLANTED);
        site.page(
                "/clean",
                "default-src 'none'; script-src 'nonce-%NONCE%'; img-src 'self'; connect-src"
                        + " 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
                """
                <!doctype html><title>clean</title><link rel="icon" href="/icon.png">
                <script nonce="%NONCE%">fetch('/data.json').then(r => r.text())</script>
                <script nonce="%NONCE%" src="/app.js"></script>
                <form action="/search"><input name="q"></form><img src="/icon.png" alt="">
                """);
        site.page(
                "/meta",
                "",
                """
                <!doctype html><html><head>
                <!-- <meta http-equiv="Content-Security-Policy" content="script-src 'self'"> -->
                <META content="img-src 'none'; script-src 'none'"
                  http-equiv = 'content-security-policy'>
                <script>window.metaScript = 1</script></head>
                <body onload="window.loaded = 1">
                <img src="/icon.png" alt=""><p style="color: blue">x</p></body></html>
                """);
        site.page(
                "/away",
                "script-src 'nonce-%NONCE%' 'self' https://cdn.test; connect-src 'self'; img-src *",
                """
                <!doctype html><script src="https://cdn.test/lib.js?token=s3cret"></script>
                <script src="/app.js"></script><img src="https://img.test/a.png" alt="">
                <form id="f" method="post" action="/buy"><input name="a"></form>
                <script nonce="%NONCE%">
                  alert('stop'); confirm('and wait');
                  window.securitypolicyviolation = HTMLFormElement.prototype.submit;
                  JSON.stringify = () => 'no'; document.addEventListener = null;
                  navigator.sendBeacon('/beacon', 'x');
                  fetch('/order', {method: 'POST', body: 'x'}).catch(() => {});
                  fetch('/goodbye').catch(() => {});
                  document.getElementById('f').submit();
                  onbeforeunload = () => 'stay';
                </script>
                """);
        site.put(
                "/moved",
                new Site.Page(
                        302, "text/html", List.of(List.of("Location", "/login?next=s3cret")), ""));
        site.put(
                "/refused", new Site.Page(403, "text/html", List.of(), "<h1>Request blocked</h1>"));
        site.put(
                "/watched",
                new Site.Page(
                        200,
                        "text/html",
                        List.of(
                                List.of(
                                        "Content-Security-Policy-Report-Only",
                                        "default-src 'self'; script-src 'nonce-always';"
                                                + " report-uri https://reports.test/r")),
                        "<!doctype html><script>window.a = 1</script>"
                                + "<script nonce=\"always\">window.b = 1</script>"));
        site.put(
                "/missing",
                new Site.Page(
                        404,
                        "text/html",
                        List.of(List.of("Content-Security-Policy", "sandbox; default-src 'none'")),
                        "<!doctype html><h1>Not found</h1>"));
        site.put("/icon.png", new Site.Page(200, "image/png", List.of(), ""));
        site.put("/data.json", new Site.Page(200, "application/json", List.of(), "{}"));
        site.script("/app.js", "window.app = 1;");
    }
}
