package dev.holdfast.probes.target;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a header field in which the policy has a secret sent. */
final class HeaderName {
    /** RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What every request has by itself, or what says where a message ends. */
    private static final Set<String> TAKEN =
            Set.of(
                    "host",
                    "user-agent",
                    "content-length",
                    "content-type",
                    "transfer-encoding",
                    "connection",
                    "te",
                    "trailer",
                    "upgrade",
                    "expect",
                    "x-probe-id");

    static final String HINT = "name the field that the service reads, for example X-Signature";

    private HeaderName() {}

    /** Why it cannot be that of a field of ours, or nothing when it can. */
    static Optional<String> fault(String name) {
        if (!TOKEN.matcher(name).matches()) {
            return Optional.of("is no name of a header field");
        }
        return TAKEN.contains(name.toLowerCase(Locale.ROOT))
                ? Optional.of("is '" + name + "', which every request has for itself")
                : Optional.empty();
    }
}
