package dev.holdfast.probes.csp.judge;

import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Names below which others than the page's owner get names. Remembers what it found: a look into
 * the Public Suffix List costs more than all else that is asked of a policy, and many policies name
 * the same hosts. For one thread.
 */
public final class OpenNames {
    private static final int MOST = 10_000;

    private final Map<String, Boolean> known = new HashMap<>();

    /** Knows nothing yet. */
    public OpenNames() {}

    /**
     * Whether it is a public suffix ({@code com}, {@code gov.uk}, {@code uk.com}), or all names.
     *
     * @param name in lower case, without the {@code *.} before it
     */
    boolean isOpen(String name) {
        if (name.indexOf('.') < 0) {
            return true;
        }
        if (name.endsWith(".")) {
            return name.length() > 1 && isOpen(name.substring(0, name.length() - 1));
        }
        if (!Character.isLetter(name.charAt(name.lastIndexOf('.') + 1))) {
            return false;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(name, OpenNames::isSuffix);
    }

    private static boolean isSuffix(String name) {
        HttpUrl url = HttpUrl.parse("https://" + name + "/");
        return url != null && url.topPrivateDomain() == null;
    }

    /** Whether it is the visitor's own machine (RFC 6761, section 6.3; RFC 6890). */
    static boolean isLocal(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("0.0.0.0")
                || (name.startsWith("127.") && name.matches("127(\\.\\d{1,3}){1,3}"));
    }
}
