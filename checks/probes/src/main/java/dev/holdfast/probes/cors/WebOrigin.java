package dev.holdfast.probes.cors;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An origin in its parts (RFC 6454, section 6.2).
 *
 * @param port with its colon, or empty for the scheme's own
 */
record WebOrigin(String scheme, String host, String port) {
    private static final Pattern FORM =
            Pattern.compile(
                    "([a-z][a-z0-9+.-]{0,30}+)://([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])"
                            + "(:[0-9]{1,5})?");

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*");

    /** The origin that the text is, when it is one. */
    static Optional<WebOrigin> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String port = form.group(3);
        return Optional.of(new WebOrigin(form.group(1), form.group(2), port == null ? "" : port));
    }

    /** Whether the host is a name with a dot, which others can register names around. */
    boolean named() {
        return host.contains(".") && !ADDRESS.matcher(host).matches();
    }

    boolean secure() {
        return scheme.equals("https");
    }

    /** The same with another host. */
    WebOrigin at(String otherHost) {
        return new WebOrigin(scheme, otherHost, port);
    }

    /** The same with another port. */
    WebOrigin on(String otherPort) {
        return new WebOrigin(scheme, host, otherPort);
    }

    /** What the host is a name of, when that is a name of more than one part. */
    Optional<String> parent() {
        String rest = host.substring(host.indexOf('.') + 1);
        return named() && rest.contains(".") ? Optional.of(rest) : Optional.empty();
    }

    @Override
    public String toString() {
        return scheme + "://" + host + port;
    }
}
