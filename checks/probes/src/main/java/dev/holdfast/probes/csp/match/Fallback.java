package dev.holdfast.probes.csp.match;

import java.util.List;

/**
 * Which directives speak for a request or a piece of inline code, the nearest first (CSP3, 6.8.3).
 */
enum Fallback {
    SCRIPT_ELEMENT("script-src-elem", "script-src", "default-src"),
    SCRIPT_ATTRIBUTE("script-src-attr", "script-src", "default-src"),
    EVAL("script-src", "default-src"),
    STYLE_ELEMENT("style-src-elem", "style-src", "default-src"),
    STYLE_ATTRIBUTE("style-src-attr", "style-src", "default-src"),
    IMAGE("img-src", "default-src"),
    CONNECT("connect-src", "default-src"),
    FRAME("frame-src", "child-src", "default-src"),
    OBJECT("object-src", "default-src"),
    BASE("base-uri");

    private final List<String> names;

    Fallback(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }
}
