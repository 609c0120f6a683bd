package dev.holdfast.probes.cookies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One Set-Cookie line as browsers read it (RFC 6265bis, section 5.6). The value is never kept.
 *
 * @param name as it was sent; may be empty
 * @param valueLength how many characters the value has
 * @param domain in lower case without a leading dot, when there is one that counts
 * @param path as it was sent, when it begins with a slash
 * @param sameSite {@code Strict}, {@code Lax} or {@code None}, when it is one of them
 * @param maxAge seconds
 * @param expires as it was sent
 * @param odd attributes that browsers do not know or pass over
 * @param refused why browsers drop the line as a whole, or nothing
 */
public record SetCookie(
        String name,
        int valueLength,
        boolean secure,
        boolean httpOnly,
        boolean partitioned,
        Optional<String> domain,
        Optional<String> path,
        Optional<String> sameSite,
        Optional<Long> maxAge,
        Optional<String> expires,
        List<String> odd,
        Optional<String> refused) {
    private static final int MOST_PAIR = 4_096;
    private static final int MOST_ATTRIBUTE = 1_024;
    private static final int MOST_DIGITS = 18;
    private static final Set<String> KNOWN_ELSEWHERE = Set.of("priority", "version", "comment");

    public SetCookie {
        odd = List.copyOf(odd);
    }

    /** Reads a line; any text is one. */
    public static SetCookie of(String line) {
        String[] parts = line.split(";", -1);
        int equals = parts[0].indexOf('=');
        String name = equals < 0 ? "" : trim(parts[0].substring(0, equals));
        String value = trim(equals < 0 ? parts[0] : parts[0].substring(equals + 1));
        Reading reading = new Reading();
        for (int i = 1; i < parts.length; i++) {
            reading.attribute(parts[i]);
        }
        return new SetCookie(
                name,
                value.length(),
                reading.secure,
                reading.httpOnly,
                reading.partitioned,
                reading.domain,
                reading.path,
                reading.sameSite,
                reading.maxAge,
                reading.expires,
                reading.odd,
                refused(line, name, value));
    }

    private static Optional<String> refused(String line, String name, String value) {
        if (line.chars().anyMatch(each -> (each < 0x20 && each != '\t') || each == 0x7F)) {
            return Optional.of("the line holds a control character");
        }
        if (name.isEmpty() && value.isEmpty()) {
            return Optional.of("name and value are empty");
        }
        if (name.length() + value.length() > MOST_PAIR) {
            return Optional.of("name and value are longer than " + MOST_PAIR + " bytes");
        }
        String small = value.toLowerCase(Locale.ROOT);
        return name.isEmpty() && (small.startsWith("__secure-") || small.startsWith("__host-"))
                ? Optional.of("a nameless cookie pretends to a prefix")
                : Optional.empty();
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean blank(char letter) {
        return letter == ' ' || letter == '\t';
    }

    /** The attributes so far; of several with one name the last counts. */
    private static final class Reading {
        private boolean secure;
        private boolean httpOnly;
        private boolean partitioned;
        private Optional<String> domain = Optional.empty();
        private Optional<String> path = Optional.empty();
        private Optional<String> sameSite = Optional.empty();
        private Optional<Long> maxAge = Optional.empty();
        private Optional<String> expires = Optional.empty();
        private final List<String> odd = new ArrayList<>();

        void attribute(String part) {
            int equals = part.indexOf('=');
            String name = trim(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : trim(part.substring(equals + 1));
            if (value.length() > MOST_ATTRIBUTE) {
                odd.add(name);
                return;
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "secure" -> secure = true;
                case "httponly" -> httpOnly = true;
                case "partitioned" -> partitioned = true;
                case "domain" -> {
                    String bare = value.startsWith(".") ? value.substring(1) : value;
                    domain =
                            bare.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(bare.toLowerCase(Locale.ROOT));
                }
                case "path" -> path = value.startsWith("/") ? Optional.of(value) : Optional.empty();
                case "samesite" -> sameSite(value);
                case "max-age" -> seconds(value);
                case "expires" -> expires = Optional.of(value);
                case "" -> {
                    // An empty attribute, as a semicolon at the end makes one.
                }
                default -> {
                    if (!KNOWN_ELSEWHERE.contains(name.toLowerCase(Locale.ROOT))) {
                        odd.add(name);
                    }
                }
            }
        }

        private void sameSite(String value) {
            sameSite =
                    switch (value.toLowerCase(Locale.ROOT)) {
                        case "strict" -> Optional.of("Strict");
                        case "lax" -> Optional.of("Lax");
                        case "none" -> Optional.of("None");
                        default -> Optional.empty();
                    };
            if (sameSite.isEmpty()) {
                odd.add("SameSite");
            }
        }

        private void seconds(String value) {
            String digits = value.startsWith("-") ? value.substring(1) : value;
            boolean number =
                    !digits.isEmpty()
                            && digits.chars().allMatch(each -> each >= '0' && each <= '9');
            if (!number) {
                odd.add("Max-Age");
                return;
            }
            long amount = digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
            maxAge = Optional.of(value.startsWith("-") ? -amount : amount);
        }
    }
}
