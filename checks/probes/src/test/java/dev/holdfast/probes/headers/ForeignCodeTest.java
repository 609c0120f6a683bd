package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.target.RouteClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a page runs code of another host, and every trace of an error. */
class ForeignCodeTest {
    private static final String INTEGRITY = "headers.subresource-integrity";
    private static final String HASH =
            "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><script href=https://cdn.other.test/x.js></script></svg>",
                "<svg><script xlink:href=https://cdn.other.test/x.js></script></svg>",
                "<iframe srcdoc='<script src=https://cdn.other.test/x.js></script>'></iframe>",
                "<script type=module>import 'https://cdn.other.test/x.js'</script>",
                "<script type=module>\n import {a} from \"https://cdn.other.test/x.js\";</script>",
                "<script type=module>let a=1;import\"//cdn.other.test/x.js\"</script>",
                "<script>import('https://cdn.other.test/x.js')</script>",
                "<script type=importmap>{\"imports\":{\"a\":\"https://cdn.other.test/x.js\"}}"
                        + "</script>",
                "<base href=https://cdn.other.test/><script type=module>import './x.js'</script>",
                "<style>@import url(https://cdn.other.test/x.css);</style>"
            })
    void findsCodeFromElsewhere(String body) {
        assertEquals(Outcome.FAIL, page(body), body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><script href=/x.js></script></svg>",
                "<iframe srcdoc='<script src=/x.js></script>'></iframe>",
                "<script type=module>import '/x.js'; import './y.js'; import 'bare'</script>",
                "<script type=module>\n// import 'https://cdn.other.test/x.js'\n</script>",
                "<script>var text = \"see import of https://cdn.other.test/x.js\"</script>",
                "<script type=application/json>{\"a\":\"import('https://a.test/x.js')\"}</script>",
                "<style>@import '/x.css'; p { color: red }</style>",
                "<script type=module src=https://cdn.other.test/x.js integrity="
                        + HASH
                        + "></script>",
                "<script type=importmap>{\"imports\":{\"a\":\"https://cdn.other.test/x.js\"},"
                        + "\"integrity\":{\"https://cdn.other.test/x.js\":\""
                        + HASH
                        + "\"}}"
                        + "</script><script type=module>import 'https://cdn.other.test/x.js'"
                        + "</script>"
            })
    void leavesOwnAndHashedCodeAlone(String body) {
        assertEquals(Outcome.PASS, page(body), body);
    }

    @Test
    void saysUnknownOfFramesTooDeepToLookInto() {
        String inner = "<p>x";
        for (int i = 0; i < 6; i++) {
            inner =
                    "<iframe srcdoc=\""
                            + inner.replace("&", "&amp;").replace("\"", "&quot;")
                            + "\"></iframe>";
        }
        assertEquals(Outcome.UNKNOWN, page(inner));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"x\",\"trace\":[{\"file\":\"/var/www/app/X.php\",\"line\":3}]}",
                "{\"status\":500,\"trace\":\"x.Failed: no\\r\\n\\tat a.b.C.d(E)\"}",
                "java.lang.NullPointerException: Cannot invoke \"a\"",
                "com.microsoft.sqlserver.jdbc.SQLServerException: Invalid object name",
                "MongoServerError: E11000 duplicate key error collection: shop.users",
                "SQLite3::SQLException: no such table: users",
                "panic: runtime error: index out of range [3]\nmain.go:12",
                "http: panic serving: /srv/app/main.go:12",
                "NoMethodError (undefined method `x' for nil:NilClass):\n"
                        + "app/controllers/x.rb:12"
            })
    void findsTraceInError(String body) {
        assertEquals(Outcome.FAIL, error(body), body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"not found\",\"trace\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}",
                "{\"error\":\"not found\",\"traceId\":\"00-4bf92f-01\"}",
                "{\"code\":\"E11000\",\"message\":\"Something went wrong. We were told.\"}",
                "Error (code 12): try again. Written by our Go team.",
                "This site, org.example, had an error at noon. Mail help@com.example."
            })
    void leavesPlainErrorAlone(String body) {
        assertEquals(Outcome.PASS, error(body), body);
    }

    private static Outcome page(String body) {
        return Answered.page()
                .body("<!doctype html><html><head><title>t</title></head><body>" + body)
                .outcome(INTEGRITY);
    }

    private static Outcome error(String body) {
        return Answered.page()
                .as(RouteClass.ERROR)
                .status(500)
                .body(body)
                .outcome("headers.error-details");
    }
}
