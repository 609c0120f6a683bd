package dev.holdfast.probes.csp.match;

import java.util.List;

/**
 * Which directives speak for a request or a piece of inline code, the nearest first (CSP3, 6.8.3).
 */
enum Fallback {
    SCRIPT_ELEMENT,
    SCRIPT_ATTRIBUTE,
    EVAL,
    STYLE_ELEMENT,
    STYLE_ATTRIBUTE,
    IMAGE,
    CONNECT,
    FRAME,
    OBJECT,
    BASE;

    List<String> names() {
        return switch (this) {
            case SCRIPT_ELEMENT -> List.of("script-src-elem", "script-src", "default-src");
            case SCRIPT_ATTRIBUTE -> List.of("script-src-attr", "script-src", "default-src");
            case EVAL -> List.of("script-src", "default-src");
            case STYLE_ELEMENT -> List.of("style-src-elem", "style-src", "default-src");
            case STYLE_ATTRIBUTE -> List.of("style-src-attr", "style-src", "default-src");
            case IMAGE -> List.of("img-src", "default-src");
            case CONNECT -> List.of("connect-src", "default-src");
            case FRAME -> List.of("frame-src", "child-src", "default-src");
            case OBJECT -> List.of("object-src", "default-src");
            case BASE -> List.of("base-uri");
        };
    }
}
