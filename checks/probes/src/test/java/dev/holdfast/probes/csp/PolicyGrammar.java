package dev.holdfast.probes.csp;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes policies up: valid, odd and hostile parts in one, single ones and several. */
final class PolicyGrammar {
    private static final List<String> DIRECTIVES =
            List.of(
                    "default-src",
                    "default-src",
                    "default-src",
                    "script-src",
                    "script-src",
                    "script-src",
                    "script-src-elem",
                    "script-src-attr",
                    "style-src",
                    "style-src-elem",
                    "style-src-attr",
                    "img-src",
                    "connect-src",
                    "frame-src",
                    "child-src",
                    "object-src",
                    "base-uri",
                    "base-uri");
    private static final List<String> OTHERS =
            List.of(
                    "sandbox",
                    "sandbox allow-scripts",
                    "sandbox allow-forms",
                    "sandbox allow-scripts allow-same-origin",
                    "sandbox Allow-Scripts",
                    "sandbox 'allow-scripts'",
                    "sandbox allow-scripts\u000Ballow-forms",
                    "require-trusted-types-for 'script'",
                    "require-trusted-types-for 'script'",
                    "require-trusted-types-for script",
                    "require-trusted-types-for 'none'",
                    "require-trusted-types-for 'x' 'script'",
                    "trusted-types 'none'",
                    "trusted-types default 'allow-duplicates'",
                    "trusted-types *",
                    "upgrade-insecure-requests",
                    "upgrade-insecure-requests 1",
                    "block-all-mixed-content",
                    "frame-ancestors 'none'",
                    "form-action 'none'",
                    "report-uri /r",
                    "report-to group",
                    "worker-src 'none'",
                    "font-src 'none'",
                    "media-src *",
                    "manifest-src 'self'",
                    "plugin-types application/pdf",
                    "navigate-to 'none'",
                    "prefetch-src 'none'",
                    "webrtc 'block'",
                    "fenced-frame-src 'none'",
                    "script-src: 'none'",
                    "default-src='none'",
                    "scrpt-src 'none'",
                    "reflected-xss block",
                    "referrer no-referrer",
                    "require-sri-for script style",
                    "disown-opener");
    private static final List<String> KEYWORDS =
            List.of(
                    "'self'",
                    "'self'",
                    "'none'",
                    "'unsafe-inline'",
                    "'unsafe-inline'",
                    "'unsafe-inline'",
                    "'unsafe-eval'",
                    "'unsafe-eval'",
                    "'wasm-unsafe-eval'",
                    "'strict-dynamic'",
                    "'strict-dynamic'",
                    "'unsafe-hashes'",
                    "'report-sample'",
                    "'report-sha256'",
                    "'trusted-types-eval'",
                    "'inline-speculation-rules'",
                    "'unsafe-allow-redirects'",
                    "'SELF'",
                    "'Unsafe-Inline'",
                    "'None'",
                    "self",
                    "none",
                    "unsafe-inline",
                    "'self",
                    "self'",
                    "\"self\"",
                    "'unsafe-inline",
                    "'unsafe_inline'",
                    "''",
                    "'",
                    "'wasm-eval'",
                    "'url-sha256-abc'",
                    "'eval-sha256-abc'",
                    "'unsafe-webtransport-hashes'",
                    "'strict-dynamic",
                    "'self''unsafe-inline'");
    private static final List<String> SECRETS =
            List.of(
                    "'url-sha256-abc'",
                    "'URL-SHA-384-abc='",
                    "'url-sha512-a_b'",
                    "'eval-sha256-abc'",
                    "'eval-sha-512-abc'",
                    "'url-nonce-abc'",
                    "'url-sha1-abc'",
                    "'eval-sha256-a-b'",
                    "'nonce-abc123'",
                    "'nonce-attackers-choice'",
                    "'NONCE-attackers-choice'",
                    "'nonce-Attackers-Choice'",
                    "'nonce-'",
                    "'nonce-='",
                    "'nonce-a='",
                    "'nonce-a=='",
                    "'nonce-a==='",
                    "'nonce-a=b'",
                    "'nonce-bad$'",
                    "'nonce-a b'",
                    "'nonce-abc",
                    "nonce-abc",
                    "'nonce-a-_+/9'",
                    "'nonce-'abc'",
                    "'nonce-a.b'",
                    "'nonce-attackers-choice''",
                    "'nonce--'",
                    "'nonce-${n}'",
                    "'nonce-abc;'",
                    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
                    "'sha256-abc'",
                    "'SHA256-abc='",
                    "'sha384-abc=='",
                    "'sha512-abc'",
                    "'sha-256-abc'",
                    "'sha-384-a'",
                    "'sha-512-a'",
                    "'SHA-256-abc'",
                    "'sha1-abc'",
                    "'sha224-abc'",
                    "'sha256-'",
                    "'sha256-a$'",
                    "'sha256_abc'",
                    "'sha256-a-_b='",
                    "'sha--256-a'",
                    "'sha-1-abc'",
                    "'sha256-abc===",
                    "'sha256-ab=c'",
                    "'sha3-256-abc'",
                    "'sha256-abc''sha256-def'",
                    "'md5-abc'");
    private static final List<String> SCHEMES =
            List.of(
                    "https:",
                    "http:",
                    "HTTPS:",
                    "wss:",
                    "ws:",
                    "data:",
                    "DATA:",
                    "blob:",
                    "filesystem:",
                    "mediastream:",
                    "about:",
                    "javascript:",
                    "file:",
                    "*:",
                    ":",
                    "https",
                    "https:/",
                    "https://",
                    "h-t.t+p:",
                    "1s:",
                    "chrome-extension:",
                    "https::",
                    "http:*",
                    "-a:",
                    "data:*",
                    "data:text/javascript");
    private static final List<String> HOSTS =
            List.of(
                    "evil.test",
                    "evil.test",
                    "victim.test",
                    "*.test",
                    "*.evil.test",
                    "*",
                    "*",
                    "EVIL.TEST",
                    "Evil.Test",
                    "cdn.example.com",
                    "*.example.com",
                    "test",
                    "*test",
                    "ev*l.test",
                    "*.*.test",
                    "**",
                    "*.",
                    ".evil.test",
                    "evil.test.",
                    "evil..test",
                    "evil.test..",
                    "www.evil.test",
                    "localhost",
                    "127.0.0.1",
                    "[::1]",
                    "[::1",
                    "evil_x.test",
                    "-evil.test",
                    "evil.test-",
                    "e",
                    "user@evil.test",
                    "u:p@evil.test",
                    "evil%2Etest",
                    "xn--e1afmkfd.test",
                    "evil.test\\",
                    "0x7f.1",
                    "*.TEST",
                    "*evil.test",
                    "evil,test",
                    "\"evil.test\"",
                    "*.evil.test.",
                    "evil.*",
                    "*.*",
                    "evil.te$t",
                    "evil.test~",
                    "evil-test",
                    "*-.test",
                    "*.-test");
    private static final List<String> PORTS =
            List.of(
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    ":443",
                    ":443",
                    ":80",
                    ":*",
                    ":*",
                    ":8080",
                    ":",
                    ":0443",
                    ":00443",
                    ":65536",
                    ":99999",
                    ":4294967739",
                    ":-443",
                    ":+443",
                    ":443a",
                    ":*443",
                    ":**",
                    "::443",
                    ": 443",
                    ":0",
                    ":0080",
                    ":44 3",
                    ":443:443",
                    ":65979");
    private static final List<String> PATHS =
            List.of(
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "/",
                    "/",
                    "/evil.js",
                    "/self.js",
                    "/connect",
                    "/frame",
                    "/object",
                    "/img.png",
                    "/evil%2Ejs",
                    "/%65vil.js",
                    "/EVIL.JS",
                    "/evil.js/",
                    "/evil",
                    "//",
                    "//evil.js",
                    "/./evil.js",
                    "/x/../evil.js",
                    "/evil.js?x",
                    "/evil.js#x",
                    "/?",
                    "/#",
                    "?",
                    "#",
                    "?x",
                    "#x",
                    "/%",
                    "/%6",
                    "/%zz",
                    "/*",
                    "/evil.*",
                    "/e%76il%2ejs",
                    "/%2Fevil.js",
                    "/%2f",
                    "/connect%20",
                    "/\\",
                    "/'",
                    "/\"",
                    "/a b",
                    "/connect%00",
                    "/evil%252Ejs",
                    "/%E2%82%AC",
                    "/img.pn%67",
                    "/%66rame",
                    "/connect?n=1",
                    "/[",
                    "/|",
                    "/^",
                    "/~",
                    "/`",
                    "/{}",
                    "/<>",
                    "/obj%65ct");
    private static final List<String> ODD_SPACES =
            List.of(
                    "\t",
                    "\f",
                    "\u000B",
                    "  ",
                    " \t ",
                    "\u00A0",
                    "\u2003",
                    "\u0085",
                    "\u001C",
                    "\u0001",
                    "\u007F",
                    "\u000B\u000B",
                    "\f\u000B");
    private static final List<String> ODD_TEXTS =
            List.of(
                    "\u2018self\u2019",
                    "\u00E9",
                    "\uFEFF",
                    "\u0130",
                    "\u017F",
                    "\u212A",
                    "\u007F",
                    "\u0001",
                    "\u001B[0m",
                    "%",
                    "\"",
                    "\\",
                    "\"a;b\"",
                    "\"a,b\"",
                    "<",
                    "'\u0001'",
                    "\u0000x".substring(1));

    private final RandomGenerator random;

    PolicyGrammar(RandomGenerator random) {
        this.random = random;
    }

    Delivered delivered() {
        List<String> headers = new ArrayList<>();
        List<String> metas = new ArrayList<>();
        int values = random.nextInt(6) == 0 ? 2 : 1;
        boolean meta = random.nextInt(7) == 0;
        for (int i = 0; i < values; i++) {
            (meta && (i == 0 || random.nextBoolean()) ? metas : headers).add(value());
        }
        return new Delivered(headers, metas);
    }

    private String value() {
        int policies = random.nextInt(8) == 0 ? 2 + random.nextInt(2) : 1;
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < policies; i++) {
            if (i > 0) {
                value.append(pick(List.of(",", ", ", " ,", ",,", ", ,", ",;,", "\t,\t")));
            }
            policy(value);
        }
        if (random.nextInt(60) == 0) {
            value.append(',');
        }
        if (random.nextInt(40) == 0) {
            value.insert(random.nextInt(value.length() + 1), pick(ODD_TEXTS));
        }
        return value.toString();
    }

    private void policy(StringBuilder out) {
        int directives = 1 + random.nextInt(5);
        for (int i = 0; i < directives; i++) {
            if (i > 0) {
                out.append(
                        random.nextInt(12) > 0
                                ? "; "
                                : pick(
                                        List.of(
                                                ";", ";;", " ; ", " ", ";\t", "; ;", ":", ".",
                                                ";\u000B", "\u000B;", "\f;\f", ";\u00A0")));
            }
            directive(out);
        }
        if (random.nextInt(4) == 0) {
            out.append(';');
        }
    }

    private void directive(StringBuilder out) {
        if (random.nextInt(5) == 0) {
            out.append(pick(OTHERS));
            return;
        }
        String name = pick(DIRECTIVES);
        out.append(random.nextInt(25) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name);
        int sources = random.nextInt(5);
        for (int i = 0; i < sources; i++) {
            out.append(random.nextInt(40) == 0 ? pick(ODD_SPACES) : " ");
            source(out);
        }
    }

    private void source(StringBuilder out) {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> out.append(pick(KEYWORDS));
            case 3 -> out.append(pick(SECRETS));
            case 4 -> out.append(pick(SCHEMES));
            case 5 -> out.append("*");
            default -> {
                String host = random.nextBoolean() ? "evil.test" : pick(HOSTS);
                String scheme =
                        random.nextInt(3) > 0
                                ? ""
                                : pick(
                                        List.of(
                                                "https://",
                                                "http://",
                                                "HTTPS://",
                                                "ws://",
                                                "wss://",
                                                "//",
                                                "*://",
                                                "ftp://",
                                                "data://",
                                                "://",
                                                "https:///",
                                                "1://",
                                                "h+s://",
                                                "http:////",
                                                "https:/",
                                                "https:"));
                String port = pick(PORTS);
                String path = pick(PATHS);
                out.append(scheme).append(host).append(port).append(path);
            }
        }
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
