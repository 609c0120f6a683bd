package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Address;

/**
 * A host that runs what an attacker wants although it is somebody else's.
 *
 * @param kind how
 * @param url a URL on it that shows it
 * @param reason where that is known from
 */
record KnownHost(Kind kind, String url, Address address, String reason) {
    /** How a host serves an attacker. */
    enum Kind {
        /** Anybody may publish files on it. */
        PUBLISH("anybody may publish scripts on"),
        /** It wraps an answer in a function that the caller names. */
        JSONP("JSONP on"),
        /** It is the visitor's own machine. */
        LOCAL("any program of the visitor's machine may serve scripts as"),
        /** It has a library that turns markup into code. */
        GADGET("a library that runs markup as code is on");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    String words() {
        return kind.words + " " + address.host();
    }

    String line() {
        return switch (kind) {
            case PUBLISH, JSONP, LOCAL -> "<script src=\"" + url + "\"></script>";
            case GADGET ->
                    "<script src=\""
                            + url
                            + "\"></script><div ng-app ng-csp><input autofocus"
                            + " ng-focus=\"$event.view.alert(1)\"></div>";
        };
    }
}
