package dev.holdfast.probes.csp.match;

import dev.holdfast.probes.csp.policy.Source;
import dev.holdfast.probes.csp.policy.SourceList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Whether an address is among sources (CSP3, section 6.7.2, "Does url match source list in
 * origin").
 *
 * @param self the page
 */
record SourceMatch(Address self, Asker asker) {
    private static final int PORTS = 65_536;

    /** Chromium has two implementations, which differ in what no sane policy has. */
    enum Asker {
        /**
         * For everything but frames: a list with a hash of a URL allows no other URL, and of a
         * number only the lower 16 bits are the port.
         */
        RENDERER,
        /** For frames. */
        BROWSER
    }

    boolean matches(SourceList list, Address url) {
        return find(list, url) >= 0;
    }

    /** The place of the first source that matches, or -1. */
    int find(SourceList list, Address url) {
        if (asker == Asker.RENDERER && list.has(Source.Hashed.URL)) {
            return -1;
        }
        for (int i = 0; i < list.sources().size(); i++) {
            if (matches(list.sources().get(i), url)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(Source source, Address url) {
        return switch (source) {
            case Source.Star _ -> matchesStar(url);
            case Source.Scheme scheme -> schemeMatches(scheme.name(), url.scheme());
            case Source.Host host -> matchesHost(host, url);
            case Source.Keyword keyword -> keyword.word() == Source.Word.SELF && matchesSelf(url);
            case Source.Nonce _, Source.Hash _, Source.Invalid _ -> false;
        };
    }

    private boolean matchesStar(Address url) {
        return switch (url.scheme()) {
            case "http", "https", "ws", "wss" -> true;
            default -> schemeMatches(self.scheme(), url.scheme());
        };
    }

    private boolean matchesSelf(Address url) {
        if (!self.host().equals(url.host())) {
            return false;
        }
        boolean samePort = self.port() == url.port();
        boolean usualPorts =
                self.port() == Address.usualPort(self.scheme())
                        && url.port() == Address.usualPort(url.scheme());
        return (samePort || usualPorts) && schemeMatches(self.scheme(), url.scheme());
    }

    private boolean matchesHost(Source.Host source, Address url) {
        String scheme = source.scheme().orElse(self.scheme());
        return schemeMatches(scheme, url.scheme())
                && hostMatches(source, url.host())
                && portMatches(source.port(), scheme, url)
                && pathMatches(source.path(), url.path());
    }

    /** Section 6.7.2.9: a scheme means its secure sister too; ws and wss mean no http here. */
    private static boolean schemeMatches(String allowed, String asked) {
        return allowed.equals(asked)
                || switch (allowed) {
                    case "http" -> asked.equals("https");
                    case "ws" -> asked.equals("wss");
                    default -> false;
                };
    }

    private static boolean hostMatches(Source.Host source, String asked) {
        if (asked.isEmpty()) {
            return false;
        }
        if (!source.below()) {
            return source.host().equals(asked);
        }
        return source.everywhere() || asked.endsWith("." + source.host());
    }

    private int lower(int port) {
        return asker == Asker.RENDERER ? port % PORTS : port;
    }

    private boolean portMatches(Source.Port port, String scheme, Address url) {
        return switch (port) {
            case Source.Port.Any _ -> true;
            case Source.Port.Usual _ -> url.port() == Address.usualPort(url.scheme());
            case Source.Port.Fixed number ->
                    lower(number.value()) == url.port()
                            || (number.value() == 80
                                    && url.port() == 443
                                    && !scheme.equals(url.scheme()));
        };
    }

    /** Section 6.7.2.12: exact, unless it ends in a slash. */
    private static boolean pathMatches(String allowed, String asked) {
        if (allowed.isEmpty() || (allowed.equals("/") && asked.isEmpty())) {
            return true;
        }
        String path = decoded(allowed);
        String url = decoded(asked);
        return path.endsWith("/") ? url.startsWith(path) : url.equals(path);
    }

    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            char letter = path.charAt(i);
            int high = letter == '%' && i + 2 < path.length() ? hex(path.charAt(i + 1)) : -1;
            int low = high >= 0 ? hex(path.charAt(i + 2)) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(letter);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static int hex(char letter) {
        return Character.digit(letter < 0x80 ? letter : ' ', 16);
    }
}
